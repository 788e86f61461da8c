using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>The two ways to ask: with or without the rows in the bin and the archive.</summary>
internal static class QueryPath
{
    public static string Live(string root, SoqlQuery query) =>
        $"{root}/query?q={Uri.EscapeDataString(query.ToString())}";

    /// <summary>Deleted and archived rows too: else a deletion and an archiving look alike (facts 4.2).</summary>
    public static string All(string root, SoqlQuery query) =>
        $"{root}/queryAll?q={Uri.EscapeDataString(query.ToString())}";
}
