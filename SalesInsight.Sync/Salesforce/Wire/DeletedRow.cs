using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>One line of the delete log.</summary>
internal sealed record DeletedRow(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("deletedDate")] string? DeletedDate);
