using System.Globalization;

namespace SalesInsight.Sandbox.Rest;

/// <summary>The API versions the sandbox answers to.</summary>
internal static class ApiVersions
{
    internal const int First = 36;
    internal const int Last = 67;
    private const int SpringOfFirst = 2016;

    /// <summary><c>v67.0</c> as 67, else null.</summary>
    internal static int? Read(string segment) =>
        segment.StartsWith('v') && segment.EndsWith(".0", StringComparison.Ordinal)
        && int.TryParse(segment.AsSpan(1, segment.Length - 3), NumberStyles.None, null, out var version)
        && version is >= First and <= Last
            ? version
            : null;

    /// <summary>Three releases a year: v36.0 was Spring '16.</summary>
    internal static string Label(int version)
    {
        string[] seasons = ["Spring", "Summer", "Winter"];
        var since = version - First;
        var year = SpringOfFirst + (since / 3) + (since % 3 == 2 ? 1 : 0);
        return $"{seasons[since % 3]} '{year % 100}";
    }

    internal static RestResponse List() => RestResponse.Json(200, writer =>
    {
        writer.WriteStartArray();
        for (var version = First; version <= Last; version++)
        {
            writer.WriteStartObject();
            writer.WriteString("label", Label(version));
            writer.WriteString("url", $"/services/data/v{version}.0");
            writer.WriteString("version", $"{version}.0");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
