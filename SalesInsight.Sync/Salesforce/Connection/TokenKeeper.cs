using System.Collections.Concurrent;
using System.Diagnostics;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// Refreshes a grant, once for everybody who wants it at the same time: callers in this process share one task,
/// processes take turns by a claim in the store. With rotation a second refresh with the same token would not only
/// fail: Salesforce takes it for theft and ends the grant. Safe for parallel use; one per process.
/// </summary>
internal sealed class TokenKeeper(IConnectionStore store, LoginClient login, HostAllowList hosts, TimeProvider time)
{
    /// <summary>Longer than a call of the login host may take, so that a claim ends only with its holder.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan TurnPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Looks at the store while another process refreshes: one minute, then the caller tries later.</summary>
    private const int TurnsMax = 240;

    private readonly ConcurrentDictionary<(Guid, long), Lazy<Task<RefreshOutcome>>> underWay = new();

    /// <param name="connectionId">Whose grant.</param>
    /// <param name="staleVersion">Version of the tokens that were refused; newer ones are simply handed out.</param>
    /// <param name="ct">Stops this caller's waiting, never the refresh itself: its token would be lost.</param>
    public async Task<RefreshOutcome> RefreshAsync(Guid connectionId, long staleVersion, CancellationToken ct)
    {
        var mine = new Lazy<Task<RefreshOutcome>>(() => TakeTurnAsync(connectionId, staleVersion));
        var shared = underWay.GetOrAdd((connectionId, staleVersion), mine);
        try
        {
            return await shared.Value.WaitAsync(ct);
        }
        finally
        {
            if (shared.Value.IsCompleted) underWay.TryRemove(KeyValuePair.Create((connectionId, staleVersion), shared));
        }
    }

    private async Task<RefreshOutcome> TakeTurnAsync(Guid connectionId, long staleVersion)
    {
        for (var turn = 0; turn < TurnsMax; turn++)
        {
            var stored = await store.FindAsync(connectionId, CancellationToken.None);
            if (stored?.Tokens is not { } tokens) return Dead(stored);
            if (stored.TokenVersion != staleVersion) return new RefreshOutcome.Fresh(tokens, stored.TokenVersion);

            var now = time.GetUtcNow();
            if (await store.ClaimRefreshAsync(connectionId, staleVersion, now, now + ClaimTime, CancellationToken.None))
                return await RefreshClaimedAsync(stored, tokens);
            await Task.Delay(TurnPause, time, CancellationToken.None);
        }

        return new RefreshOutcome.Later(
            new(FaultCode.SlowDown, FaultRemedy.RetryAfter, "REFRESH_UNDER_WAY", ClaimTime, null, []));
    }

    private async Task<RefreshOutcome> RefreshClaimedAsync(StoredConnection stored, GrantTokens tokens)
    {
        var reply = await login.RefreshAsync(stored.LoginHost, tokens.RefreshToken, CancellationToken.None);
        switch (reply)
        {
            case TokenReply.Granted granted:
                return await KeepAsync(stored, tokens, granted.Answer);
            case TokenReply.Refused { Fault: { Remedy: FaultRemedy.RetryAfter } fault }:
                await store.ReleaseRefreshAsync(stored.Id, stored.TokenVersion, CancellationToken.None);
                return new RefreshOutcome.Later(fault);
            case TokenReply.Refused { Fault: var fault }:
                return await BreakAsync(stored, fault, ConnectionFaults.ProblemOf(fault));
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Stored first, used second: a crash in between must not lose a token that is good for one use.</summary>
    private async Task<RefreshOutcome> KeepAsync(StoredConnection stored, GrantTokens old, TokenAnswer answer)
    {
        if (!HasApiScope(answer.Scope))
            return await BreakAsync(stored, ConnectionFaults.ScopeLost, ConnectionProblem.GrantIncomplete);
        var instance = answer.InstanceUrl is null ? old.InstanceUrl : hosts.Origin(answer.InstanceUrl);
        if (instance is null)
        {
            return await BreakAsync(
                stored, ConnectionFaults.AddressNotAllowed, ConnectionProblem.AddressNotAllowed);
        }

        var refreshToken = string.IsNullOrEmpty(answer.RefreshToken) ? old.RefreshToken : answer.RefreshToken;
        var fresh = new GrantTokens(answer.AccessToken!, refreshToken, instance);
        return await store.ReplaceTokensAsync(stored.Id, stored.TokenVersion, fresh, CancellationToken.None)
            ? new RefreshOutcome.Fresh(fresh, stored.TokenVersion + 1)
            : await OvertakenAsync(stored.Id);
    }

    private async Task<RefreshOutcome> BreakAsync(
        StoredConnection stored, SalesforceFault fault, ConnectionProblem problem) =>
        await store.MarkBrokenAsync(stored.Id, stored.TokenVersion, problem, CancellationToken.None)
            ? new RefreshOutcome.Dead(fault)
            : await OvertakenAsync(stored.Id);

    /// <summary>The user disconnected or connected again while we asked.</summary>
    private async Task<RefreshOutcome> OvertakenAsync(Guid connectionId)
    {
        var stored = await store.FindAsync(connectionId, CancellationToken.None);
        return stored?.Tokens is { } tokens ? new RefreshOutcome.Fresh(tokens, stored.TokenVersion) : Dead(stored);
    }

    private static RefreshOutcome.Dead Dead(StoredConnection? stored) =>
        new(ConnectionFaults.FaultOf(stored?.Problem));

    /// <summary>An answer without a scope says nothing about it.</summary>
    public static bool HasApiScope(string? scope) =>
        scope is null || scope.Split(' ').Any(s => s is "api" or "full");
}
