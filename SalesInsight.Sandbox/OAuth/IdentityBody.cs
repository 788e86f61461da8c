using System.Text.Json.Nodes;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>The two descriptions of a user, with the keys real orgs answer.</summary>
internal static class IdentityBody
{
    private const string Locale = "en_US";

    private static readonly string[] servicePaths =
    [
        "rest:/services/data/v{version}/", "sobjects:/services/data/v{version}/sobjects/",
        "search:/services/data/v{version}/search/", "query:/services/data/v{version}/query/",
        "recent:/services/data/v{version}/recent/", "tooling_rest:/services/data/v{version}/tooling/",
    ];

    public static JsonObject Identity(SandboxUser user, string orgId, string baseUrl, DateTimeOffset stamp) => new()
    {
        ["id"] = OAuthUrls.Identity(baseUrl, orgId, user.Id),
        ["asserted_user"] = true,
        ["user_id"] = user.Id,
        ["organization_id"] = orgId,
        ["username"] = user.Username,
        ["nick_name"] = Nick(user),
        ["display_name"] = user.Name,
        ["email"] = user.Email,
        ["email_verified"] = true,
        ["first_name"] = user.FirstName,
        ["last_name"] = user.LastName,
        ["timezone"] = user.TimeZone,
        ["photos"] = Photos(baseUrl),
        ["addr_street"] = null,
        ["addr_city"] = null,
        ["addr_state"] = null,
        ["addr_country"] = null,
        ["addr_zip"] = null,
        ["mobile_phone"] = null,
        ["mobile_phone_verified"] = false,
        ["is_lightning_login_user"] = false,
        ["status"] = new JsonObject { ["created_date"] = null, ["body"] = null },
        ["urls"] = Urls(user, baseUrl),
        ["active"] = user.IsActive,
        ["user_type"] = "STANDARD",
        ["language"] = Locale,
        ["locale"] = Locale,
        ["utcOffset"] = UtcOffset(user),
        ["last_modified_date"] = stamp.ToString("yyyy-MM-dd'T'HH:mm:ss'.000+0000'", null),
        ["is_app_installed"] = true,
    };

    public static JsonObject UserInfo(SandboxUser user, string orgId, string baseUrl, DateTimeOffset stamp) => new()
    {
        ["sub"] = OAuthUrls.Identity(baseUrl, orgId, user.Id),
        ["user_id"] = user.Id,
        ["organization_id"] = orgId,
        ["preferred_username"] = user.Username,
        ["nickname"] = Nick(user),
        ["name"] = user.Name,
        ["email"] = user.Email,
        ["email_verified"] = true,
        ["given_name"] = user.FirstName,
        ["family_name"] = user.LastName,
        ["zoneinfo"] = user.TimeZone,
        ["photos"] = Photos(baseUrl),
        ["profile"] = $"{baseUrl}/{user.Id}",
        ["picture"] = $"{baseUrl}/screen/cloud.svg",
        ["urls"] = Urls(user, baseUrl),
        ["active"] = user.IsActive,
        ["user_type"] = "STANDARD",
        ["language"] = Locale,
        ["locale"] = Locale,
        ["utcOffset"] = UtcOffset(user),
        ["updated_at"] = stamp.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
    };

    private static JsonObject Photos(string baseUrl) => new()
    {
        ["picture"] = $"{baseUrl}/screen/cloud.svg",
        ["thumbnail"] = $"{baseUrl}/screen/cloud.svg",
    };

    private static JsonObject Urls(SandboxUser user, string baseUrl)
    {
        var urls = new JsonObject { ["profile"] = $"{baseUrl}/{user.Id}", ["custom_domain"] = baseUrl };
        foreach (var entry in servicePaths)
        {
            var parts = entry.Split(':', 2);
            urls[parts[0]] = baseUrl + parts[1];
        }

        return urls;
    }

    private static string Nick(SandboxUser user) => user.Username.Split('@')[0];

    private static long UtcOffset(SandboxUser user) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(user.TimeZone, out var zone)
            ? (long)zone.BaseUtcOffset.TotalMilliseconds
            : 0;
}
