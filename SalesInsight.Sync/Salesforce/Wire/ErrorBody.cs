using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>
/// Reads the body of a refused call in any shape met in the wild: an array (the usual one), a bare object, XML, an
/// OAuth error, a login or maintenance page, nothing at all (facts 3.1, pitfall 33). Never throws.
/// </summary>
internal static class ErrorBody
{
    /// <summary>Elements looked at; a body with more is not worth reading to its end.</summary>
    private const int ItemsMax = 50;

    public static IReadOnlyList<ErrorItem> Read(string body)
    {
        var start = body.AsSpan().TrimStart();
        if (start.StartsWith("[") || start.StartsWith("{")) return ReadJson(body);
        return start.StartsWith("<") && !IsPage(start) ? ReadXml(body) : [];
    }

    /// <summary>The error objects of one JSON value, as of a composite subrequest or a collection row.</summary>
    public static IReadOnlyList<ErrorItem> Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => [.. json.EnumerateArray().Take(ItemsMax).Select(ReadItem).OfType<ErrorItem>()],
        JsonValueKind.Object => ReadItem(json) is { } item ? [item] : [],
        _ => [],
    };

    private static IReadOnlyList<ErrorItem> ReadJson(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static ErrorItem? ReadItem(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        var code = JsonRow.Text(json, "errorCode") ?? JsonRow.Text(json, "statusCode") ?? JsonRow.Text(json, "error")
            ?? "";
        var message = JsonRow.Text(json, "message") ?? JsonRow.Text(json, "error_description") ?? "";
        if (code.Length == 0 && message.Length == 0) return null;
        return new ErrorItem(code, message, Fields(json));
    }

    private static string[] Fields(JsonElement json) =>
        JsonRow.Find(json, "fields") is { ValueKind: JsonValueKind.Array } fields
            ? [.. fields.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.String).Select(JsonRow.Text)]
            : [];

    private static bool IsPage(ReadOnlySpan<char> start) =>
        start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
        || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Sample: <c>&lt;Errors&gt;&lt;Error&gt;&lt;errorCode&gt;X&lt;/errorCode&gt;&lt;message/&gt;…</c>
    /// </summary>
    private static IReadOnlyList<ErrorItem> ReadXml(string body)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(body), settings);
            return
            [
                .. XDocument.Load(reader).Descendants("Error").Take(ItemsMax).Select(e => new ErrorItem(
                    e.Element("errorCode")?.Value ?? "",
                    e.Element("message")?.Value ?? "",
                    [.. e.Elements("fields").Select(f => f.Value)])),
            ];
        }
        catch (XmlException)
        {
            return [];
        }
    }
}
