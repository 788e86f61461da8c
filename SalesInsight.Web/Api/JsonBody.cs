using System.Text.Json;
using System.Text.Unicode;

namespace SalesInsight.Web.Api;

/// <summary>
/// Reads a body property by property. Any bytes may come; whatever they are is answered, all problems at once.
/// </summary>
internal static class JsonBody
{
    /// <summary>Bytes. The longest text any call takes, every character escaped, and room for the rest.</summary>
    public const int LengthMax = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The request's body, at most <see cref="LengthMax"/> bytes of it; or why it is not read.</summary>
    public static async Task<(ReadOnlyMemory<byte> Json, ApiProblem? Problem)> ReadAsync(
        HttpRequest request, CancellationToken stop)
    {
        if (!request.HasJsonContentType()) return (default, ApiProblem.MediaTypeNotJson);
        return await ReadBytesAsync(request, LengthMax, stop) is { } json
            ? (json, null)
            : (default, ApiProblem.BodyTooLarge);
    }

    /// <summary>Any body, at most so many bytes of it; null when it is larger.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadBytesAsync(
        HttpRequest request, int lengthMax, CancellationToken stop)
    {
        if (request.ContentLength > lengthMax) return null;

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, stop) is > 0 and var count)
        {
            if (body.Length + count > lengthMax) return null;
            body.Write(buffer, 0, count);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    /// <summary>What stood, with what the body says instead; or why nothing of it is used. Pure.</summary>
    public static (TValues Values, ApiProblem? Problem, IReadOnlyList<FieldProblem> Errors) Read<TValues>(
        ReadOnlyMemory<byte> json,
        TValues onto,
        IReadOnlyDictionary<string, Func<TValues, BodyField, TValues>> fields)
    {
        using var document = Parse(json);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root)
            return (onto, ApiProblem.BodyNotJson, []);

        List<FieldProblem> problems = [];
        foreach (var property in root.EnumerateObject())
        {
            var field = new BodyField(property.Name, property.Value, problems);
            if (fields.TryGetValue(property.Name, out var read)) onto = read(onto, field);
            else field.Refuse("unknownField", "There is no such field.");
        }

        return problems.Count == 0 ? (onto, null, []) : (onto, ApiProblem.ValuesRefused, [.. problems.Distinct()]);
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span)) return null;
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // the second for names that are half a surrogate pair, which no text can hold
            return null;
        }
    }
}
