using System.Text.Json.Serialization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>Who granted: the identity URL's answer.</summary>
internal sealed record IdentityAnswer(
    [property: JsonPropertyName("organization_id")] string? OrganizationId,
    [property: JsonPropertyName("user_id")] string? UserId,
    [property: JsonPropertyName("username")] string? UserName,
    [property: JsonPropertyName("display_name")] string? DisplayName);
