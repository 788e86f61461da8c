using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.EmailDelivery.Control;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.EmailDelivery.Tracking;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;
using static SalesInsight.Sync.EmailDelivery.OutgoingResult;

namespace SalesInsight.Tests.Sync.EmailDelivery;

/// <summary>Sending as a whole: real store, real channels, a clock that tests move. Mara sends.</summary>
internal sealed class DeliveryWorld : IAsyncDisposable
{
    public const string Mara = "mara.visser@halden.example";

    private DeliveryWorld(TestStore store) => Store = store;

    public TestStore Store { get; }

    public IOutgoingEmails Mails => Store.Get<IOutgoingEmails>();

    public IDeliveryChannels Channels => Store.Get<IDeliveryChannels>();

    public IEmailLog Log => Store.Get<IEmailLog>();

    public string PickupFolder => Store.Get<EmailFiles>().PickupFolder;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DeliveryWorld> CreateAsync(params (string Key, string Value)[] settings) =>
        new(await TestStore.CreateAsync(configure: services => Register(services, settings)));

    /// <summary>With a channel to a mail server, which is trusted.</summary>
    public static async Task<DeliveryWorld> CreateAsync(SmtpPeer peer)
    {
        var world = await CreateAsync(
            ("Email:SmtpHosts", "localhost"), ("Email:TrustedCertificates", peer.CertificatePath));
        (await world.Channels.SaveAsync(TestStore.RepId, Server(peer), Stop)).Faults.Should().BeEmpty();
        return world;
    }

    public static DeliveryChannel.Edit Server(SmtpPeer peer, string user = "mara", string? password = "right") =>
        new(DeliveryChannel.Kind.Smtp, "localhost", peer.Port, user, password, 30);

    public static OutgoingDraft Draft(string subject, params string[] to) => new()
    {
        To = to, Subject = subject, Html = "<p>Hello, <b>this</b> is the offer.</p>",
    };

    public async Task<OutgoingEmail> SaveAsync(OutgoingDraft draft) =>
        Done(await Mails.SaveDraftAsync(TestStore.RepId, null, 0, draft, Stop));

    public Task<OutgoingEmail> SendAsync(string subject, params string[] to) => SendAsync(Draft(subject, to));

    public async Task<OutgoingEmail> SendAsync(OutgoingDraft draft) =>
        Done(await Mails.SendAsync(TestStore.RepId, (await SaveAsync(draft)).Id, Stop));

    /// <summary>Sends it and runs once.</summary>
    public async Task<OutgoingEmail> DeliverAsync(string subject, params string[] to)
    {
        var mail = await SendAsync(subject, to);
        await RunAsync();
        return await FindAsync(mail.Id);
    }

    public Task<DateTimeOffset?> RunAsync() => Store.Get<DeliveryRun>().RunAsync(TestStore.RepId, Stop);

    public async Task<OutgoingEmail> FindAsync(Guid id) => (await Mails.FindAsync(TestStore.RepId, id, Stop))!;

    public Task SetBccAsync(string address) => Store.Settings.SaveAsync(
        TestStore.RepId,
        new SettingsEdit().Set(SettingKeys.EmailBcc, true).Set(SettingKeys.EmailBccAddress, address),
        TestStore.Rep,
        Stop);

    public async Task SetRowAsync(Guid id, Action<OutgoingEmailRow> change)
    {
        await using var db = Store.OpenDb();
        change(await db.Set<OutgoingEmailRow>().SingleAsync(o => o.OutgoingId == id, Stop));
        await db.SaveChangesAsync(Stop);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    public static OutgoingEmail Done(OutgoingResult result) => result.Should().BeOfType<Done>().Which.Email;

    private static void Register(IServiceCollection services, (string Key, string Value)[] settings)
    {
        services.AddMailSending();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        services.AddSingleton(SmtpHosts.From(configuration));
        services.AddSingleton(MailServerTrust.From(configuration));
        services.AddSingleton(TrackingAddress.From(configuration));
    }
}
