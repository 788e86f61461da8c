namespace SalesInsight.Sandbox.Faults;

/// <summary>Which calls a fault meets; null parts match everything.</summary>
/// <param name="PathContains">A piece of path and query, for example <c>/composite</c> or <c>oauth2/token</c>.</param>
public sealed record FaultScope(string? Method = null, string? PathContains = null, string? UserId = null)
{
    internal bool Holds(RequestMoment call) =>
        (Method is null || string.Equals(Method, call.Method, StringComparison.OrdinalIgnoreCase))
        && (PathContains is null || call.Path.Contains(PathContains, StringComparison.OrdinalIgnoreCase))
        && (UserId is null || UserId == call.UserId);
}
