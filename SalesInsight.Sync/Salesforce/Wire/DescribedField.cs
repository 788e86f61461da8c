using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>A field as this user may use it; a field hidden from them is not in the list at all.</summary>
internal sealed record DescribedField(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("createable")] bool Createable,
    [property: JsonPropertyName("updateable")] bool Updateable,
    [property: JsonPropertyName("filterable")] bool Filterable,
    [property: JsonPropertyName("externalId")] bool ExternalId,
    [property: JsonPropertyName("unique")] bool Unique,
    [property: JsonPropertyName("length")] int Length,
    [property: JsonPropertyName("type")] string? Type = null,
    [property: JsonPropertyName("picklistValues")] IReadOnlyList<DescribedValue?>? PicklistValues = null);
