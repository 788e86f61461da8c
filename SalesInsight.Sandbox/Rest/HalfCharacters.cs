using System.Text;
using System.Text.RegularExpressions;

namespace SalesInsight.Sandbox.Rest;

/// <summary>Finds escapes such as <c>\ud83d</c> without their other half: JSON by its grammar, and no text.</summary>
internal static partial class HalfCharacters
{
    internal static bool Hold(ReadOnlySpan<byte> json) =>
        json.IndexOf("\\u"u8) >= 0
        && Escape().Matches(Encoding.UTF8.GetString(json)).Any(escape => escape.Groups["half"].Success);

    // Whole pairs and other escapes are matched too, so that none is entered half-way.
    [GeneratedRegex(@"\\u[dD][89abAB]\w{2}\\u[dD][c-fC-F]\w{2}|(?<half>\\u[dD][89a-fA-F]\w{2})|\\.")]
    private static partial Regex Escape();
}
