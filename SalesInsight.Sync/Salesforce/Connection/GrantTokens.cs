namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// The secrets of a grant. At rest they are encrypted; they never reach a log, a page or an exception.
/// </summary>
/// <param name="AccessToken">Valid until a 401 says otherwise: there is no lifetime.</param>
/// <param name="RefreshToken">With rotation on, good for one use.</param>
/// <param name="InstanceUrl">Where the data lives; taken from each token answer, since an org can move.</param>
internal sealed record GrantTokens(string AccessToken, string RefreshToken, Uri InstanceUrl)
{
    public override string ToString() => nameof(GrantTokens);
}
