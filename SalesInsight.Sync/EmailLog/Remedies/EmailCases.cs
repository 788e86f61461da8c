using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Remedies;

/// <summary>Looks at single mails, and does what their user asks about them.</summary>
internal sealed class EmailCases(
    IEmailCaseStore store, ISyncStore connections, IEmailGateway gateway, ISettingsStore settings, TimeProvider time)
    : IEmailCases
{
    private static readonly string[] PersonPrefixes = ["003", "00Q"];

    public async Task<EmailCase?> FindAsync(Guid userId, Guid emailId, CancellationToken stop)
    {
        if (await store.FindAsync(userId, emailId, stop) is not { } stored) return null;
        var view = await ViewAsync(userId, stop);
        var rule = EmailSettings.From(view);
        var mayChange = !view.Of(SettingKeys.EmailExclusions).IsLocked;
        var traits = new MailTraits(stored.User, stored.View.IsReply);
        return new EmailCase(
            stored.View,
            stored.View.Recipients.ToDictionary(r => r.Address, r => RemedyRule.Of(
                r, LogRule.Exclusion(traits, Read(r.Address), rule), stored.IsConnected, mayChange)),
            stored.Names,
            !stored.UnnamedIds.IsEmpty);
    }

    public async Task<bool> LearnNamesAsync(Guid userId, Guid emailId, CancellationToken stop)
    {
        if (await store.FindAsync(userId, emailId, stop) is not
            { IsConnected: true, ConnectionId: { } connectionId, UnnamedIds: { IsEmpty: false } ids }) return false;
        try
        {
            var session = await gateway.OpenForEmailAsync(connectionId, stop);
            var names = await session.Tasks.ReadNamesAsync(ids, stop);
            await connections.PutNamesAsync(connectionId, ids, names, time.GetUtcNow(), stop);
            return true;
        }
        catch (SalesforceFaultException)
        {
            // a name is a comfort: without one the page shows the way to the record all the same
            return false;
        }
    }

    public Task<bool> TryAgainAsync(Guid userId, Guid emailId, string? address, CancellationToken stop) =>
        store.WakeAsync(userId, emailId, address, chosenPersonId: null, stop);

    public async Task<bool> ChooseAsync(
        Guid userId, Guid emailId, string address, string personId, CancellationToken stop) =>
        IsPerson(personId) && await store.WakeAsync(userId, emailId, address, personId, stop);

    public async Task<SaveSettingsResult?> StopExcludingAsync(
        Guid userId, Guid emailId, string address, CancellationToken stop)
    {
        var stored = await store.FindAsync(userId, emailId, stop);
        if (stored?.View.Recipients.Any(r => r.Address == address) is not true) return null;
        var list = (await ViewAsync(userId, stop)).Of(SettingKeys.EmailExclusions).Value;
        var edit = new SettingsEdit().Set(
            SettingKeys.EmailExclusions, EmailExclusions.Without(list, Read(address), stored.User));
        var result = await settings.SaveAsync(userId, edit, new Actor(userId, IsAdmin: false), stop);
        if (result is SaveSettingsResult.Saved) await TryAgainAsync(userId, emailId, address, stop);
        return result;
    }

    private async Task<SettingsView> ViewAsync(Guid userId, CancellationToken stop) =>
        (await settings.ViewAsync(userId, new Actor(userId, IsAdmin: false), stop))!;

    private static EmailAddress Read(string key) =>
        EmailAddress.Parse(key) ?? throw new InvalidOperationException("A stored address cannot be read");

    /// <summary>Key prefixes of Lead and Contact (facts 4.4); 15 characters, or 18 with the check.</summary>
    private static bool IsPerson(string id) => id.Length is 15 or 18 && id.All(char.IsAsciiLetterOrDigit)
        && PersonPrefixes.Any(p => id.StartsWith(p, StringComparison.Ordinal));
}
