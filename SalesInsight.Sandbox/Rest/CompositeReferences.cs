using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesInsight.Sandbox.Rest;

/// <summary>
/// <c>@{ref.path}</c> in a subrequest stands for a value of an earlier answer, for example <c>@{made.id}</c> or
/// <c>@{found.records[0].Id}</c>.
/// </summary>
internal sealed partial class CompositeReferences
{
    private readonly Dictionary<string, RestResponse> answers = new(StringComparer.Ordinal);

    internal void Add(string referenceId, RestResponse response) => answers[referenceId] = response;

    internal bool Knows(string referenceId) => answers.ContainsKey(referenceId);

    /// <summary>The part with every reference replaced, or the name of the first that has no value.</summary>
    internal (CompositePart? Part, string? Missing) Resolve(CompositePart part)
    {
        var body = part.Body?.GetRawText();
        if (!HasReference(part.Url) && (body is null || !HasReference(body))) return (part, null);
        string? missing = null;
        var url = Reference().Replace(part.Url, match => Uri.EscapeDataString(Value(match)));
        var text = body is null ? null : Reference().Replace(body, match => Escaped(Value(match)));
        if (missing is not null) return (null, missing);
        return (part with { Url = url, Body = text is null ? null : JsonDocument.Parse(text).RootElement }, null);

        string Value(Match match)
        {
            var value = Find(match.Groups["reference"].Value, match.Groups["path"].Value);
            missing ??= value is null ? match.Value : null;
            return value ?? "";
        }
    }

    internal static bool HasReference(string text) => text.Contains("@{", StringComparison.Ordinal);

    private static string Escaped(string value) => JsonEncodedText.Encode(value).ToString();

    private string? Find(string referenceId, string path)
    {
        if (!answers.TryGetValue(referenceId, out var answer) || answer.Failed || answer.Body.IsEmpty) return null;
        using var document = JsonDocument.Parse(answer.Body);
        JsonElement? at = document.RootElement;
        foreach (Match step in Step().Matches(path))
        {
            at = step.Groups["index"].Success
                ? Item(at, int.Parse(step.Groups["index"].ValueSpan, null))
                : Member(at, step.Groups["name"].Value);
            if (at is null) return null;
        }

        return at is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null) } found
            ? found.ToString()
            : null;
    }

    private static JsonElement? Item(JsonElement? list, int index) =>
        list is { ValueKind: JsonValueKind.Array } array && index < array.GetArrayLength() ? array[index] : null;

    private static JsonElement? Member(JsonElement? holder, string name) =>
        holder is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member)
            ? member
            : null;

    // A path holds no quote: in a body it would reach out of its own text.
    [GeneratedRegex(@"@\{(?<reference>[A-Za-z0-9_]+)(?<path>[^}""\\]*)\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[(?<index>\d{1,6})\]|\.?(?<name>[A-Za-z_][A-Za-z0-9_]*)")]
    private static partial Regex Step();
}
