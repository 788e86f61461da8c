using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>What <c>/sobjects/Task/deleted</c> answers.</summary>
internal sealed record DeletedAnswer(
    [property: JsonPropertyName("deletedRecords")] IReadOnlyList<DeletedRow?>? DeletedRecords,
    [property: JsonPropertyName("earliestDateAvailable")] string? EarliestDateAvailable,
    [property: JsonPropertyName("latestDateCovered")] string? LatestDateCovered);
