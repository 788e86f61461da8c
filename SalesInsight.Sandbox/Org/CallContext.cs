namespace SalesInsight.Sandbox.Org;

/// <summary>Who acts: every read and write of the org is done as somebody.</summary>
/// <param name="UserId">18-character id of the acting user.</param>
/// <param name="ViewAllData">Sees every row, whoever owns it.</param>
/// <param name="ClientName">From <c>Sforce-Call-Options: client=</c>; empty when the client did not say.</param>
public sealed record CallContext(string UserId, bool ViewAllData, string ClientName = "");
