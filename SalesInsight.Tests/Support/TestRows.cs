using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Tests.Support;

/// <summary>The people and the connection every test store has.</summary>
internal static class TestRows
{
    public const string AccessToken = "00Dtest!access";
    public const string RefreshToken = "5Aep.test-refresh";

    public static AppUser User(Guid id, string displayName)
    {
        var email = $"{displayName.ToLowerInvariant().Replace(' ', '.')}@halden.example";
        return new AppUser
        {
            Id = id,
            DisplayName = displayName,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            SecurityStamp = id.ToString("N"),
            ConcurrencyStamp = id.ToString("N"),
        };
    }

    public static StoredConnection Connection(
        Guid id, Guid userId, string organizationId, string salesforceUserId) => new(
        id,
        userId,
        new Uri("https://login.salesforce.com"),
        organizationId,
        salesforceUserId,
        new OrgProfile("Halden Software", "Enterprise Edition", true, "mara@halden.example", "Mara Visser",
            CreateMode.UniqueId),
        TestStore.Start,
        ConnectionStatus.Connected,
        null,
        IsCurrent: true,
        new GrantTokens(AccessToken, RefreshToken, new Uri("https://halden.my.salesforce.com")),
        TokenVersion: 0);
}
