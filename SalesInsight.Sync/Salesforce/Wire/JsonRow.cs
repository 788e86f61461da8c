using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>
/// Reads members of a row whose columns are chosen at run time. Never throws: what is not there, or not of the kind
/// asked for, is null or false, and a value that is no object has no members.
/// </summary>
internal static partial class JsonRow
{
    /// <summary>
    /// A text. Half a surrogate pair, as of a character that was cut in two there, reads as U+FFFD: one bad character
    /// must not cost the row, and is never written back, since it reads the same every time.
    /// </summary>
    public static string? Text(JsonElement row, string name) =>
        Find(row, name) is { ValueKind: JsonValueKind.String } value ? Text(value) : null;

    /// <summary>The text of a JSON string.</summary>
    public static string Text(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            using var mended = JsonDocument.Parse(Escape().Replace(value.GetRawText(), Mend));
            return mended.RootElement.GetString() ?? "";
        }
    }

    /// <summary>True only for a member that is true.</summary>
    public static bool Flag(JsonElement row, string name) => Find(row, name) is { ValueKind: JsonValueKind.True };

    public static JsonElement? Find(JsonElement row, string name)
    {
        if (row.ValueKind != JsonValueKind.Object) return null;
        try
        {
            return row.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // A member's name is half a surrogate pair: no row of Salesforce's, and nothing in it is believed.
            return null;
        }
    }

    private static string Mend(Match escape) => escape.Groups["half"].Success ? "\\ufffd" : escape.Value;

    // Whole pairs and other escapes are matched too, so that none is entered half-way.
    [GeneratedRegex(@"\\u[dD][89abAB]\w{2}\\u[dD][c-fC-F]\w{2}|(?<half>\\u[dD][89a-fA-F]\w{2})|\\.")]
    private static partial Regex Escape();
}
