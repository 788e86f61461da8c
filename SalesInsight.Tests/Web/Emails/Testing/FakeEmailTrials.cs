using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Web.Emails.Testing;

/// <summary>Trials that only remember what they were asked, and answer what a test wants.</summary>
internal sealed class FakeEmailTrials : IEmailTrials
{
    public List<(Guid UserId, EmailInput Mail, SettingsEdit? Unsaved)> Tried { get; } = [];

    public List<(Guid UserId, SettingsEdit Unsaved)> Replayed { get; } = [];

    public EmailTrial Trial { get; set; } = new EmailTrial.NotConnected();

    public EmailReplay Replay { get; set; } = new EmailReplay.NotConnected();

    public Task<EmailTrial> TryAsync(Guid userId, EmailInput mail, SettingsEdit? unsaved, CancellationToken stop)
    {
        Tried.Add((userId, mail, unsaved));
        return Task.FromResult(Trial);
    }

    public Task<EmailReplay> ReplayAsync(Guid userId, SettingsEdit unsaved, CancellationToken stop)
    {
        Replayed.Add((userId, unsaved));
        return Task.FromResult(Replay);
    }
}
