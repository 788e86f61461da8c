namespace SalesInsight.Sandbox.Rest;

/// <summary>The REST API under <c>/services/data</c>.</summary>
internal static class SandboxRest
{
    internal static void MapSandboxRest(this WebApplication app) =>
        app.MapGet("/services/data", () => Results.Json(new[] { new { version = "67.0" } }));
}
