namespace SalesInsight.Sandbox.Faults;

/// <summary>A call as hooks see it.</summary>
/// <param name="Path">Path and query, as sent.</param>
/// <param name="UserId">Whose token it carries; null without a live one.</param>
public sealed record RequestMoment(string Method, string Path, string? UserId);
