using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Mail;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.EmailLog.Running;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Trials;

/// <summary>Tests and replays: the look-ups and the rule of a logging run, and nothing after them.</summary>
internal sealed class EmailTrials(
    ISyncStore connections,
    IEmailGateway gateway,
    ISettingsStore settings,
    IEmailStore store,
    IRecordedEmails recorded,
    TimeProvider time) : IEmailTrials
{
    /// <summary>Addresses replayed: a few calls, and a month of a busy rep.</summary>
    public const int AddressesMax = 2_000;

    /// <summary>Changed rows told; more are counted.</summary>
    public const int RowsMax = 100;

    public async Task<EmailTrial> TryAsync(
        Guid userId, EmailInput mail, SettingsEdit? unsaved, CancellationToken stop)
    {
        if (await recorded.FindAddressAsync(userId, stop) is not { } own) return new EmailTrial.NotYours(mail.From, "");
        var (message, problems) = EmailReading.Read(TriedMail.Complete(mail, own), time.GetUtcNow());
        if (message is null) return new EmailTrial.Refused(problems);
        if (TriedMail.Of(message, own) is not { } tried)
            return new EmailTrial.NotYours(message.From.Key, own.Key);
        if (await FindConnectionAsync(userId, stop) is not { } connection) return new EmailTrial.NotConnected();
        try
        {
            var rule = EmailSettings.From((await ViewAsync(userId, stop)).With(unsaved ?? new SettingsEdit()));
            var session = await gateway.OpenForEmailAsync(connection.Id, stop);
            var matches = await Matches.FindAsync(
                session, tried.Addresses.Select(a => (tried.Traits, a)), [rule], stop);
            var org = await session.Tasks.ReadOrgFactsAsync(fresh: false, stop);
            return await new TrialReport(session, connection, rule, org, store).TellAsync(
                tried, [.. tried.Addresses.Select(a => (a, matches.Decide(tried.Traits, a, rule)))], stop);
        }
        catch (SalesforceFaultException fault)
        {
            return new EmailTrial.Failed(fault.Fault.Code, fault.Fault.ErrorCode);
        }
    }

    public async Task<EmailReplay> ReplayAsync(Guid userId, SettingsEdit unsaved, CancellationToken stop)
    {
        if (await FindConnectionAsync(userId, stop) is not { } connection) return new EmailReplay.NotConnected();
        var since = time.GetUtcNow() - TimeSpan.FromDays(EmailReplay.Days);
        var mails = await recorded.ListAsync(userId, since, AddressesMax, stop);
        var view = await ViewAsync(userId, stop);
        try
        {
            var session = await gateway.OpenForEmailAsync(connection.Id, stop);
            var rows = await ReplayAsync(
                session, mails, EmailSettings.From(view), EmailSettings.From(view.With(unsaved)), stop);
            var changed = rows.Where(r => r.IsByTheRule).ToList();
            return new EmailReplay.Done(
                mails.Length,
                rows.Count,
                rows.Count == AddressesMax,
                changed.GroupBy(r => r.Change).ToDictionary(g => g.Key, g => g.Count()),
                rows.Count(r => r is { IsByTheRule: false, Change: not EmailReplay.Change.None }),
                await TellAsync(session, [.. changed.Take(RowsMax)], stop));
        }
        catch (SalesforceFaultException fault)
        {
            return new EmailReplay.Failed(fault.Fault.Code, fault.Fault.ErrorCode);
        }
    }

    private static async Task<List<Replayed>> ReplayAsync(
        IEmailSession session,
        ImmutableArray<RecordedEmail> mails,
        EmailSettings saved,
        EmailSettings changed,
        CancellationToken stop)
    {
        var asked = mails.SelectMany(m => m.Recipients.Select(r => (Mail: m, Recipient: r))).ToList();
        var matches = await Matches.FindAsync(
            session, asked.Select(a => (a.Mail.Traits, a.Recipient.Address)), [saved, changed], stop);
        var decided = asked.Select(a => (
            a.Mail,
            a.Recipient,
            Saved: matches.Decide(a.Mail.Traits, a.Recipient.Address, saved, a.Recipient.ChosenId),
            Changed: matches.Decide(a.Mail.Traits, a.Recipient.Address, changed, a.Recipient.ChosenId))).ToList();
        var persons = decided.SelectMany(d => new[] { d.Saved, d.Changed }).OfType<Deciding.LogDecision.Log>()
            .SelectMany(l => l.Targets).Select(t => t.PersonId);
        var related = await Matches.RelateAsync(
            session, persons, saved.RelatedOpportunity ? saved : changed, stop);
        return
        [
            .. decided.Select(d => new Replayed(
                d.Mail, d.Recipient, Outcome.Of(d.Saved, related, saved), Outcome.Of(d.Changed, related, changed))),
        ];
    }

    private static async Task<IReadOnlyList<EmailReplay.Row>> TellAsync(
        IEmailSession session, ImmutableArray<Replayed> rows, CancellationToken stop)
    {
        var ids = rows.SelectMany(r => r.PersonIds).Distinct().ToImmutableArray();
        var names = ids.IsEmpty
            ? []
            : (await session.Tasks.ReadNamesAsync(ids, stop)).ToDictionary(n => n.Id, n => n.Name);
        return
        [
            .. rows.Select(r => new EmailReplay.Row(
                r.Mail.Id, r.Mail.Subject, r.Mail.SentAt, r.Recipient.Address.Key, r.Change, r.Recipient.Reason,
                r.Changed.Reason, [.. r.PersonIds.Select(id => names.GetValueOrDefault(id, id))])),
        ];
    }

    private async Task<SyncConnection?> FindConnectionAsync(Guid userId, CancellationToken stop) =>
        await connections.ReadStandingAsync(userId, stop) is { ConnectionId: { } id, NeedsReconnect: false }
            ? await connections.FindConnectionAsync(id, stop)
            : null;

    private async Task<SettingsView> ViewAsync(Guid userId, CancellationToken stop) =>
        (await settings.ViewAsync(userId, new Actor(userId, IsAdmin: false), stop))!;

    /// <summary>One address as it was, would be, and would be under the changed rules.</summary>
    private sealed record Replayed(
        RecordedEmail Mail, RecordedEmail.Recipient Recipient, Outcome Saved, Outcome Changed)
    {
        public EmailReplay.Change Change { get; } = Outcome.Of(Recipient).To(Changed);

        /// <summary>The saved rules would not do the same today.</summary>
        public bool IsByTheRule => Change is not EmailReplay.Change.None
            && Saved.To(Changed) is not EmailReplay.Change.None;

        public IEnumerable<string> PersonIds =>
            (Changed.Places ?? []).Select(p => p.PersonId).OfType<string>();
    }
}
