using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>
/// Several steps in one call. They run in the order given (<c>collateSubrequests:false</c>) and each keeps what it did
/// (<c>allOrNone:false</c>).
/// </summary>
internal sealed record CompositeRequest(
    [property: JsonPropertyName("compositeRequest")] IReadOnlyList<CompositeStep> Steps)
{
    /// <summary>Steps that are a collection or a query, per call (facts 2.5).</summary>
    public const int CollectionsMax = 5;

    [JsonPropertyName("allOrNone")]
    public bool AllOrNone => false;

    [JsonPropertyName("collateSubrequests")]
    public bool CollateSubrequests => false;
}
