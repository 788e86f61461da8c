using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage.Keys;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Grants;

/// <summary>Between the row and the value; the only place where tokens are readable.</summary>
internal sealed class ConnectionRows(ITokenProtector protector)
{
    public StoredConnection Read(ConnectionRow row) => new(
        row.Id,
        row.UserId,
        new Uri(row.LoginHost),
        row.OrganizationId,
        row.SalesforceUserId,
        new OrgProfile(
            row.OrganizationName,
            row.Edition,
            row.IsProduction,
            row.UserName,
            row.DisplayName,
            row.CreateMode,
            row.ApiAccess),
        row.ConnectedAt,
        row.Status,
        row.Problem,
        row.IsCurrent,
        ReadTokens(row),
        row.TokenVersion,
        row.IsOrgReader);

    /// <summary>
    /// Encrypts. Not inside a write transaction: the first encryption, and one every 90 days, makes a new key and
    /// stores it over a connection of its own, which would wait for that transaction.
    /// </summary>
    public Sealed Seal(GrantTokens? tokens) => tokens is null
        ? new Sealed(null, null, null)
        : new Sealed(
            protector.Protect(tokens.AccessToken),
            protector.Protect(tokens.RefreshToken),
            tokens.InstanceUrl.ToString());

    /// <summary>All but the token version, which only compare and set may move.</summary>
    public static void Write(ConnectionRow row, StoredConnection connection, Sealed tokens)
    {
        (row.UserId, row.IsOrgReader) = (connection.UserId, connection.IsOrgReader);
        row.LoginHost = connection.LoginHost.ToString();
        row.OrganizationId = connection.OrganizationId;
        row.SalesforceUserId = connection.SalesforceUserId;
        row.ConnectedAt = connection.ConnectedAt;
        row.Status = connection.Status;
        row.Problem = connection.Problem;
        WriteProfile(row, connection.Profile);
        WriteTokens(row, tokens);
    }

    public static void WriteProfile(ConnectionRow row, OrgProfile profile)
    {
        row.OrganizationName = profile.OrganizationName;
        row.Edition = profile.Edition;
        row.IsProduction = profile.IsProduction;
        row.UserName = profile.UserName;
        row.DisplayName = profile.DisplayName;
        row.CreateMode = profile.CreateMode;
        row.ApiAccess = profile.ApiAccess;
    }

    /// <summary>Without tokens the instance's address stays: links to records still lead there.</summary>
    public static void WriteTokens(ConnectionRow row, Sealed tokens)
    {
        (row.AccessToken, row.RefreshToken) = (tokens.AccessToken, tokens.RefreshToken);
        row.InstanceUrl = tokens.InstanceUrl ?? row.InstanceUrl;
    }

    public PendingSignInRow Write(PendingSignIn signIn) => new()
    {
        StateHash = signIn.StateHash,
        UserId = signIn.UserId,
        BrowserHash = signIn.BrowserHash,
        LoginHost = signIn.LoginHost.ToString(),
        RedirectUri = signIn.RedirectUri.ToString(),
        Verifier = protector.Protect(signIn.Verifier),
        ExpiresAt = signIn.ExpiresAt,
        IsForOrgReader = signIn.IsForOrgReader,
    };

    /// <summary>Null when its keys are gone: the sign-in has to begin anew.</summary>
    public PendingSignIn? Read(PendingSignInRow row) => protector.TryUnprotect(row.Verifier) is { } verifier
        ? new PendingSignIn(
            row.StateHash,
            row.UserId,
            row.BrowserHash,
            new Uri(row.LoginHost),
            new Uri(row.RedirectUri),
            verifier,
            row.ExpiresAt,
            row.IsForOrgReader)
        : null;

    // Tokens whose keys are gone read as none, like revoked ones.
    private GrantTokens? ReadTokens(ConnectionRow row)
    {
        if (row is not { AccessToken: { } access, RefreshToken: { } refresh, InstanceUrl: { } instance }) return null;
        if (protector.TryUnprotect(access) is not { } accessToken) return null;
        return protector.TryUnprotect(refresh) is { } refreshToken
            ? new GrantTokens(accessToken, refreshToken, new Uri(instance))
            : null;
    }

    /// <summary>Tokens as they are stored.</summary>
    internal sealed record Sealed(string? AccessToken, string? RefreshToken, string? InstanceUrl);
}
