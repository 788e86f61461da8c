using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// Trades a code for a grant, and finds out who granted and whether the sync can work there. Whatever goes wrong after
/// the trade, the new grant is revoked: nothing is left behind in the organization.
/// </summary>
internal sealed class GrantExchange(
    LoginClient login,
    OrgProbe probe,
    HostAllowList hosts,
    IConnectionStore store,
    IIdSource ids,
    TimeProvider time)
{
    public async Task<GrantExchangeOutcome> TradeAsync(PendingSignIn signIn, string code, CancellationToken ct)
    {
        var reply = await login.TradeCodeAsync(signIn.LoginHost, code, signIn.Verifier, signIn.RedirectUri, ct);
        if (reply is TokenReply.Refused refused)
            return new GrantExchangeOutcome.Refused(CodeProblem(refused.Fault));

        var answer = ((TokenReply.Granted)reply).Answer;
        var outcome = await ExamineAsync(signIn, answer, ct);
        if (outcome is GrantExchangeOutcome.Refused)
            await login.RevokeAsync(signIn.LoginHost, answer.RefreshToken ?? answer.AccessToken!, ct);
        return outcome;
    }

    private async Task<GrantExchangeOutcome> ExamineAsync(
        PendingSignIn signIn, TokenAnswer answer, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(answer.RefreshToken) || !TokenKeeper.HasApiScope(answer.Scope))
            return new GrantExchangeOutcome.Refused(ConnectionProblem.GrantIncomplete);
        if (hosts.Origin(answer.InstanceUrl) is not { } instance || IdentityUrl(answer.Id) is not { } identityUrl)
            return new GrantExchangeOutcome.Refused(ConnectionProblem.AddressNotAllowed);

        var identity = await login.ReadIdentityAsync(identityUrl, answer.AccessToken!, ct);
        if (!SoqlText.IsId(identity?.OrganizationId) || !SoqlText.IsId(identity?.UserId))
            return new GrantExchangeOutcome.Refused(ConnectionProblem.Unexpected);

        var tokens = new GrantTokens(answer.AccessToken!, answer.RefreshToken, instance);
        var candidate = Candidate(signIn, identity!, tokens);
        try
        {
            var profile = await probe.ReadAsync(candidate, ct);
            if (signIn.IsForOrgReader && !await probe.SeesAllAsync(candidate, ct))
                return new GrantExchangeOutcome.Refused(ConnectionProblem.SeesTooLittle);
            var known = await FindKnownAsync(candidate, ct);
            return new GrantExchangeOutcome.Granted(candidate with { Id = known?.Id ?? ids.Next(), Profile = profile });
        }
        catch (SalesforceFaultException e)
        {
            return new GrantExchangeOutcome.Refused(ConnectionFaults.ProblemOf(e.Fault));
        }
    }

    /// <summary>The same pair for the same purpose continues; a reader of another user begins anew.</summary>
    private async Task<StoredConnection?> FindKnownAsync(StoredConnection candidate, CancellationToken ct)
    {
        if (!candidate.IsOrgReader)
            return await store.FindPairAsync(
                candidate.UserId, candidate.OrganizationId, candidate.SalesforceUserId, ct);
        var reader = await store.FindReaderAsync(candidate.OrganizationId, ct);
        return reader?.SalesforceUserId == candidate.SalesforceUserId ? reader : null;
    }

    /// <summary>
    /// Without an id of ours as long as it is looked at: a refused probe must not refresh the grant of a connection
    /// that is stored.
    /// </summary>
    private StoredConnection Candidate(PendingSignIn signIn, IdentityAnswer identity, GrantTokens tokens) => new(
        Guid.Empty,
        signIn.UserId,
        signIn.LoginHost,
        identity.OrganizationId!,
        identity.UserId!,
        new OrgProfile("", "", true, identity.UserName ?? "", identity.DisplayName ?? "", CreateMode.NaturalKey),
        time.GetUtcNow(),
        ConnectionStatus.Connected,
        Problem: null,
        IsCurrent: !signIn.IsForOrgReader,
        tokens,
        TokenVersion: 0,
        signIn.IsForOrgReader);

    /// <summary>Sample: https://login.salesforce.com/id/00Dx0000000BV7zEAG/005x00000012Q9PAAU</summary>
    private Uri? IdentityUrl(string? id) =>
        Uri.TryCreate(id, UriKind.Absolute, out var url)
        && hosts.Allows(url)
        && url.AbsolutePath.StartsWith("/id/", StringComparison.Ordinal)
            ? url
            : null;

    /// <summary>At this step a dead grant is a code that was used before or came too late.</summary>
    private static ConnectionProblem CodeProblem(SalesforceFault fault) =>
        ConnectionFaults.ProblemOf(fault) is var problem && problem == ConnectionProblem.GrantRevoked
            ? ConnectionProblem.CodeRejected
            : problem;
}
