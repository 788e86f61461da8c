using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>The part of a describe we read.</summary>
/// <param name="Fields">Those shown to this user.</param>
/// <param name="Createable">Whether this user may create such records; an answer that does not say so does not forbid.
/// </param>
internal sealed record DescribeAnswer(
    [property: JsonPropertyName("fields")] IReadOnlyList<DescribedField?>? Fields,
    [property: JsonPropertyName("createable")] bool? Createable = null);
