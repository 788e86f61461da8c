using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>What the token endpoint answers; there is no lifetime in it (facts 1.3).</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("instance_url")] string? InstanceUrl,
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("scope")] string? Scope)
{
    /// <summary>Keeps tokens out of logs and exception texts.</summary>
    public override string ToString() => nameof(TokenAnswer);
}
