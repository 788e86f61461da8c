using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>What one step answered; the shape of the body depends on the step and on whether it was refused.</summary>
internal sealed record CompositeResult(
    [property: JsonPropertyName("body")] JsonElement Body,
    [property: JsonPropertyName("httpStatusCode")] int Status,
    [property: JsonPropertyName("referenceId")] string? ReferenceId);
