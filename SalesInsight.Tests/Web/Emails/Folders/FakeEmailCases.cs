using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Web.Emails.Folders;

/// <summary>One mail's case, as a test wants it; remembers what was asked.</summary>
internal sealed class FakeEmailCases : IEmailCases
{
    public List<string> Asked { get; } = [];

    public bool Obeys { get; set; } = true;

    public List<(EmailView.Recipient Recipient, EmailCase.Remedy Remedy)> Recipients { get; } = [];

    public Dictionary<string, EmailCase.Name> Names { get; } = [];

    public void Put(
        string address, EmailView.Standing standing, EmailReason reason, EmailCase.Remedy remedy,
        Func<EmailView.Recipient, EmailView.Recipient>? shape = null)
    {
        var recipient = new EmailView.Recipient(
            address, standing, reason, null, null, null, null, 0, 0, null, null, []);
        Recipients.Add((shape?.Invoke(recipient) ?? recipient, remedy));
    }

    public Task<EmailCase?> FindAsync(Guid userId, Guid emailId, CancellationToken stop) =>
        Task.FromResult<EmailCase?>(new EmailCase(
            new EmailView(emailId, "1@halden.example", "mara@halden.example", "The offer", default, default, false,
                [.. Recipients.Select(r => r.Recipient)]),
            Recipients.ToDictionary(r => r.Recipient.Address, r => r.Remedy),
            Names,
            HasUnnamed: false));

    public Task<bool> LearnNamesAsync(Guid userId, Guid emailId, CancellationToken stop) => Task.FromResult(false);

    public Task<bool> TryAgainAsync(Guid userId, Guid emailId, string? address, CancellationToken stop) =>
        AnswerAsync($"try {address ?? "all"}");

    public Task<bool> ChooseAsync(
        Guid userId, Guid emailId, string address, string personId, CancellationToken stop) =>
        AnswerAsync($"choose {personId} for {address}");

    public Task<SaveSettingsResult?> StopExcludingAsync(
        Guid userId, Guid emailId, string address, CancellationToken stop)
    {
        Asked.Add($"stop excluding {address}");
        return Task.FromResult<SaveSettingsResult?>(null);
    }

    private Task<bool> AnswerAsync(string what)
    {
        Asked.Add(what);
        return Task.FromResult(Obeys);
    }
}
