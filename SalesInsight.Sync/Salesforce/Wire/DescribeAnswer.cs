using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>The part of a describe we read.</summary>
internal sealed record DescribeAnswer([property: JsonPropertyName("fields")] IReadOnlyList<DescribedField?>? Fields);
