namespace SalesInsight.Sandbox.Org;

/// <summary>Who acts: every read and write of the org is done as somebody.</summary>
/// <param name="UserId">18-character id of the acting user.</param>
/// <param name="ViewAllData">Sees every row, whoever owns it.</param>
/// <param name="ClientName">From <c>Sforce-Call-Options: client=</c>; empty when the client did not say.</param>
public sealed record CallContext(string UserId, bool ViewAllData, string ClientName = "")
{
    /// <summary>
    /// Came over the API, not from a person at the screen: its answer waits for the commit, and a series is deleted
    /// whole (facts 4.3).
    /// </summary>
    public bool ViaApi { get; init; }

    /// <summary>The connected app whose token was used; empty for a person.</summary>
    public string AppName { get; init; } = "";
}
