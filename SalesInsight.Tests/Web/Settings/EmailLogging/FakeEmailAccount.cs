using SalesInsight.Sync.EmailLog;

namespace SalesInsight.Tests.Web.Settings.EmailLogging;

/// <summary>Answers with what the test prepared and counts.</summary>
internal sealed class FakeEmailAccount : IEmailAccount
{
    public EmailAccess Access { get; set; } = new EmailAccess.Known(MayCreateTasks: true);

    public EmailStanding Standing { get; set; } = new(null, 0, 0);

    public BccLookup Lookup { get; set; } = new BccLookup.Empty("mara.visser@halden.example");

    public IReadOnlyList<string>? RollUpKinds { get; set; } = ["Lead", "Contact", "Account", "Opportunity"];

    public int Checks { get; private set; }

    public int Lookups { get; private set; }

    public Task<EmailStanding> StandingAsync(Guid userId, CancellationToken stop) => Task.FromResult(Standing);

    public Task<EmailAccess> CheckAsync(Guid userId, bool fresh, CancellationToken stop)
    {
        Checks++;
        return Task.FromResult(Access);
    }

    public Task<IReadOnlyList<string>?> FindRollUpKindsAsync(Guid userId, CancellationToken stop) =>
        Task.FromResult(RollUpKinds);

    public Task<BccLookup> FindBccAddressAsync(Guid userId, CancellationToken stop)
    {
        Lookups++;
        return Task.FromResult(Lookup);
    }
}
