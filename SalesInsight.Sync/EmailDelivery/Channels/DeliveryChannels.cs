using System.Collections.Concurrent;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>Saves and tries channels.</summary>
internal sealed class DeliveryChannels(
    IChannelStore store, SmtpHosts hosts, MailSending sending, IIdSource ids, TimeProvider time, DeliveryWishes wishes)
    : IDeliveryChannels
{
    /// <summary>A try connects to a server somebody named, so it is not to be had in a row.</summary>
    public static readonly TimeSpan TestEvery = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _tests = new();

    public async Task<DeliveryChannel> FindAsync(Guid userId, CancellationToken stop)
    {
        var kept = await store.ReadAsync(userId, stop);
        return new DeliveryChannel(
            kept.Via, kept.Host, kept.Port, kept.UserName, kept.Password is not null, kept.PerMinuteMax);
    }

    public async Task<DeliveryChannel.Result> SaveAsync(
        Guid userId, DeliveryChannel.Edit edit, CancellationToken stop)
    {
        var (channel, faults) = ChannelReading.Read(edit, await store.ReadAsync(userId, stop), hosts);
        if (channel is null) return new DeliveryChannel.Result(faults);
        await store.SaveAsync(userId, channel, stop);
        wishes.Request(userId);
        return new DeliveryChannel.Result([]);
    }

    public async Task<DeliveryChannel.Result> TestAsync(
        Guid userId, DeliveryChannel.Edit edit, CancellationToken stop)
    {
        var (channel, faults) = ChannelReading.Read(edit, await store.ReadAsync(userId, stop), hosts);
        if (channel is null) return new DeliveryChannel.Result(faults);
        if (await store.FindSenderAsync(userId, stop) is not { } sender)
            return new DeliveryChannel.Result([], Problem: OutgoingEmail.Failure.NoSender);
        if (!MayTest(userId)) return new DeliveryChannel.Result([], TooSoon: true);
        return await sending.SendAsync(TestMail(userId, sender), channel, stop) switch
        {
            SendOutcome.Taken => new DeliveryChannel.Result([], SentTo: sender.Address.Key),
            SendOutcome.NotTaken no => new DeliveryChannel.Result([], Problem: no.Problem, Answer: no.Answer),
            SendOutcome.Open open => new DeliveryChannel.Result(
                [], Problem: OutgoingEmail.Failure.Unreachable, Answer: open.Answer),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private bool MayTest(Guid userId)
    {
        var now = time.GetUtcNow();
        var last = _tests.GetOrAdd(userId, DateTimeOffset.MinValue);
        return now - last >= TestEvery && _tests.TryUpdate(userId, now, last);
    }

    private OutgoingMail TestMail(Guid userId, (EmailAddress Address, string Name) sender)
    {
        var id = ids.Next();
        return new OutgoingMail(
            id, userId, 1, $"{id:N}@{sender.Address.Domain}", id, sender.Address, sender.Name,
            [sender.Address], [], null,
            "SalesInsight: your email delivery works",
            "<p>You asked SalesInsight to try your email delivery. This email is the answer: it works.</p>", []);
    }
}
