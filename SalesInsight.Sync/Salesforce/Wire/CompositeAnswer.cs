using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>What a composite call answers: one result per step, in their order.</summary>
internal sealed record CompositeAnswer(
    [property: JsonPropertyName("compositeResponse")] IReadOnlyList<CompositeResult>? Results);
