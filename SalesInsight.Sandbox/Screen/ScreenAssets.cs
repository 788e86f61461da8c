using System.Reflection;

namespace SalesInsight.Sandbox.Screen;

/// <summary>The three files the pages need, carried inside the assembly so that they work wherever the sandbox runs.
/// </summary>
internal static class ScreenAssets
{
    private static readonly (string Name, string ContentType)[] files =
    [
        ("screen.css", "text/css; charset=utf-8"),
        ("screen.js", "text/javascript; charset=utf-8"),
        ("cloud.svg", "image/svg+xml"),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (name, contentType) in files)
        {
            var bytes = Read(name);
            routes.MapGet($"/screen/{name}", (HttpContext http) =>
            {
                http.Response.Headers.XContentTypeOptions = "nosniff";
                http.Response.Headers.CacheControl = "no-cache";
                return Results.Bytes(bytes, contentType);
            });
        }
    }

    private static byte[] Read(string name)
    {
        var resource = $"SalesInsight.Sandbox.Screen.{name}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
