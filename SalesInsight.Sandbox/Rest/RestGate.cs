using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Rest;

/// <summary>Who is calling and whether they may: what is checked before a call is looked at.</summary>
internal sealed class RestGate(SandboxOrg org, ApiUsage usage)
{
    /// <summary>URI and headers together (facts 2.1).</summary>
    private const int RequestHeadMax = 16_384;

    internal static RestResponse? CheckSize(string target, IHeaderDictionary headers)
    {
        if (CheckUri(target) is { } tooLong) return tooLong;
        var total = target.Length + headers.Sum(header => header.Key.Length + header.Value.ToString().Length + 4);
        return total > RequestHeadMax
            ? RestResponse.Refused(
                431, "REQUEST_HEADER_FIELDS_TOO_LARGE", $"URI and headers are larger than {RequestHeadMax} bytes")
            : null;
    }

    internal static RestResponse? CheckUri(string target) => target.Length > RequestHeadMax
        ? RestResponse.Refused(414, "URI_TOO_LONG", $"The URI is longer than {RequestHeadMax} bytes")
        : null;

    /// <summary>The caller, or the refusal.</summary>
    internal (CallContext? Context, RestResponse? Refusal) Admit(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var scheme = header.Split(' ', 2);
        if (header.Length > 0 && (scheme.Length < 2 || !IsScheme(scheme[0])))
            return (null, RestResponse.Refused(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE"));
        var session = header.Length > 0 ? org.Sessions.Find(scheme[1].Trim()) : null;
        var user = org.Users.Find(session?.UserId);
        if (session is null || user is not { IsActive: true } || org.Locked)
            return (null, RestResponse.Refused(401, "INVALID_SESSION_ID", "Session expired or invalid"));
        if (!HasApiScope(session.Scope))
        {
            return (null, RestResponse.Refused(
                401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API"));
        }

        if (Refusal(user) is { } refusal) return (null, refusal);
        var caller = new CallContext(user.Id, user.CanViewAllData, ClientName(request))
        {
            ViaApi = true,
            AppName = session.ClientName,
        };
        return (caller, null);
    }

    private RestResponse? Refusal(SandboxUser user)
    {
        if (org.ApiDisabled)
        {
            return RestResponse.Refused(
                org.Options.ApiDisabledStatus, "API_DISABLED_FOR_ORG",
                "API is not enabled for this Organization or Partner");
        }

        if (!user.ApiEnabled)
            return RestResponse.Refused(403, "API_CURRENTLY_DISABLED", "API is disabled for this User");
        return usage.Remaining == 0
            ? RestResponse.Refused(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")
            : null;
    }

    // restforce and the CometD part of jsforce say OAuth (facts 2.1).
    private static bool IsScheme(string scheme) =>
        scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("OAuth", StringComparison.OrdinalIgnoreCase);

    private static bool HasApiScope(string scope) =>
        scope.Length == 0 || scope.Split(' ').Any(part => part is "api" or "full");

    /// <summary><c>Sforce-Call-Options: client=SalesInsight, ...</c></summary>
    private static string ClientName(HttpRequest request)
    {
        const string name = "client=";
        var options = request.Headers["Sforce-Call-Options"].ToString().Split(',', StringSplitOptions.TrimEntries);
        var client = Array.Find(options, part => part.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return client?[name.Length..] ?? "";
    }
}
