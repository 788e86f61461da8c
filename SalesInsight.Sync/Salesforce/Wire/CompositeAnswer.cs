using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>What a composite call answers: one result per step, in their order.</summary>
internal sealed record CompositeAnswer(
    [property: JsonPropertyName("compositeResponse")] IReadOnlyList<CompositeResult?>? Results)
{
    /// <summary>The results of so many steps; null when the answer is not that.</summary>
    public static IReadOnlyList<CompositeResult>? Read(string body, int steps) =>
        WireJson.Read(body, WireJson.Default.CompositeAnswer)?.Results is { } results
        && results.Count == steps && results.OfType<CompositeResult>().ToList() is var whole && whole.Count == steps
            ? whole
            : null;
}
