using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>One value of a picklist.</summary>
internal sealed record DescribedValue(
    [property: JsonPropertyName("value")] string? Value, [property: JsonPropertyName("active")] bool Active);
