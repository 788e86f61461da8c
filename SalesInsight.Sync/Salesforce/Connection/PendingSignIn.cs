namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>A sign-in between our redirect and Salesforce's answer.</summary>
/// <param name="StateHash">SHA-256 of the state, hex: the state itself is only in the browser.</param>
/// <param name="UserId">Who began it.</param>
/// <param name="BrowserHash">SHA-256 of the value that names the browser session, hex.</param>
/// <param name="LoginHost">Where the code is traded.</param>
/// <param name="RedirectUri">Has to be repeated when the code is traded.</param>
/// <param name="Verifier">PKCE; encrypted at rest.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="IsForOrgReader">An admin connects a reader for all reps, not themselves.</param>
internal sealed record PendingSignIn(
    string StateHash,
    Guid UserId,
    string BrowserHash,
    Uri LoginHost,
    Uri RedirectUri,
    string Verifier,
    DateTimeOffset ExpiresAt,
    bool IsForOrgReader = false)
{
    public override string ToString() => nameof(PendingSignIn);
}
