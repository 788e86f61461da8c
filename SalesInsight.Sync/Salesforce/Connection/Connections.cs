using System.Diagnostics;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>Connects, shows and disconnects; see <see cref="IConnections"/> for the promises.</summary>
internal sealed class Connections(
    IConnectionStore store,
    LoginClient login,
    GrantExchange exchange,
    HostAllowList hosts,
    IOptions<SalesforceOptions> options,
    TimeProvider time) : IConnections
{
    /// <summary>From our redirect to Salesforce's answer; long enough to log in with a second factor.</summary>
    public static readonly TimeSpan SignInTime = TimeSpan.FromMinutes(10);

    public Task<StartConnection> StartAsync(
        Guid userId, string browser, string loginHost, Uri redirectUri, CancellationToken ct) =>
        BeginAsync(userId, browser, loginHost, redirectUri, isForOrgReader: false, ct);

    /// <summary>For the user's own connection, or for an org reader; who may do the latter is the caller's to know.
    /// </summary>
    public async Task<StartConnection> BeginAsync(
        Guid userId, string browser, string loginHost, Uri redirectUri, bool isForOrgReader, CancellationToken ct)
    {
        if (hosts.Origin(loginHost) is not { } host)
            return new StartConnection.Refused(ConnectionProblem.LoginHostNotAllowed);

        var now = time.GetUtcNow();
        var state = SignInSecrets.Random();
        var signIn = new PendingSignIn(
            SignInSecrets.Hash(state),
            userId,
            SignInSecrets.Hash(browser),
            host,
            redirectUri,
            SignInSecrets.Random(),
            now + SignInTime,
            isForOrgReader);
        await store.AddSignInAsync(signIn, now, ct);
        return new StartConnection.Redirect(AuthorizeAddress.Of(signIn, state, options.Value.ClientId));
    }

    public async Task<CompleteConnection> CompleteAsync(
        Actor person, string browser, IReadOnlyDictionary<string, string> query, CancellationToken ct)
    {
        var state = query.GetValueOrDefault("state", "");
        var signIn = await store.TakeSignInAsync(SignInSecrets.Hash(state), ct);
        if (signIn is { IsForOrgReader: true } && !person.IsAdmin) signIn = null;
        var completed = Consent.Of(signIn, person.UserId, browser, time.GetUtcNow(), query) switch
        {
            Consent.Withheld withheld => new CompleteConnection.Refused(withheld.Problem),
            Consent.Given given => await TradeAsync(signIn!, given.Code, ct),
            _ => throw new UnreachableException(),
        };
        return completed is CompleteConnection.Refused refused
            ? refused with { IsOfReader = signIn is { IsForOrgReader: true } }
            : completed;
    }

    public async Task DisconnectAsync(Guid userId, CancellationToken ct)
    {
        if (await store.FindCurrentAsync(userId, ct) is not { } current) return;
        await store.ForgetAsync(current.Id, ct);
        await RevokeAsync(current, ct);
    }

    public async Task<ConnectionView> GetAsync(Guid userId, CancellationToken ct) =>
        await store.FindCurrentAsync(userId, ct) is { } current ? View(current) : ConnectionView.None;

    private async Task<CompleteConnection> TradeAsync(PendingSignIn signIn, string code, CancellationToken ct) =>
        await exchange.TradeAsync(signIn, code, ct) switch
        {
            GrantExchangeOutcome.Granted granted => await KeepAsync(granted.Connection, ct),
            GrantExchangeOutcome.Refused refused => new CompleteConnection.Refused(refused.Problem),
            _ => throw new UnreachableException(),
        };

    private async Task<CompleteConnection> KeepAsync(StoredConnection connection, CancellationToken ct)
    {
        var reader = await store.FindReaderAsync(connection.OrganizationId, ct);
        var before = connection.IsOrgReader ? reader : await store.FindCurrentAsync(connection.UserId, ct);
        if (!await store.SaveAsync(connection, ct))
        {
            await RevokeAsync(connection, ct);
            var isReaders = !connection.IsOrgReader && reader?.SalesforceUserId == connection.SalesforceUserId;
            return new CompleteConnection.Refused(
                isReaders ? ConnectionProblem.ReadsForAll : ConnectionProblem.TakenByAnotherUser);
        }

        // Five grants per user and app live at most; the old one would push out somebody's good one (facts 1.4).
        if (before is not null) await RevokeAsync(before, ct);
        if (connection.IsOrgReader) return new CompleteConnection.ReaderConnected(connection.Id);
        var sameAsBefore = before is null || before.Id == connection.Id;
        return new CompleteConnection.Connected(View(connection), sameAsBefore);
    }

    public async Task RevokeAsync(StoredConnection connection, CancellationToken ct)
    {
        if (connection.Tokens is { } tokens) await login.RevokeAsync(connection.LoginHost, tokens.RefreshToken, ct);
    }

    public static ConnectionView View(StoredConnection stored) => new(
        stored.Status,
        stored.Id,
        stored.OrganizationId,
        stored.Profile.OrganizationName,
        stored.Profile.Edition,
        stored.Profile.IsProduction,
        stored.SalesforceUserId,
        stored.Profile.UserName,
        stored.Profile.DisplayName,
        stored.Tokens?.InstanceUrl,
        stored.Profile.ApiAccess,
        stored.Profile.CreateMode,
        stored.ConnectedAt,
        stored.Problem);
}
