using SalesInsight.Sync.Storage.Tokens;

namespace SalesInsight.Web.Api.Tokens;

/// <summary>Scopes as the outside names them.</summary>
internal static class ApiScopeNames
{
    /// <summary>In the order they are offered.</summary>
    public static IReadOnlyList<(ApiScopes Scope, string Name)> All { get; } =
    [
        (ApiScopes.TasksRead, "tasks:read"),
        (ApiScopes.TasksWrite, "tasks:write"),
        (ApiScopes.EmailsReport, "emails:report"),
        (ApiScopes.Settings, "settings"),
    ];

    /// <summary>Of a service token too.</summary>
    public static IEnumerable<string> Of(ApiScopes scopes) => All
        .Append((Scope: ApiScopes.EmailsForOthers, Name: ApiAccess.ForOthers))
        .Where(one => scopes.HasFlag(one.Scope)).Select(one => one.Name);
}
