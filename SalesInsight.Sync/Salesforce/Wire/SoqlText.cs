using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>
/// The one place where a value becomes SOQL text. Text is escaped; names, ids and times are refused when they are not
/// what they claim to be, so nothing a person typed can end a literal or start a clause.
/// </summary>
internal static partial class SoqlText
{
    /// <summary>
    /// A quoted literal; reserved characters as the SOQL reference lists them ("Quoted String Escape").
    /// </summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 8).Append('\'');
        foreach (var c in value)
        {
            quoted.Append(c switch
            {
                '\\' => @"\\",
                '\'' => @"\'",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                '\b' => @"\b",
                '\f' => @"\f",
                _ => c.ToString(),
            });
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>A quoted pattern for LIKE that matches the text wherever it stands.</summary>
    public static string QuoteLike(string value)
    {
        var quoted = Quote(value)[1..^1].Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
        return $"'%{quoted}%'";
    }

    /// <summary>A record id, 15 or 18 characters, quoted.</summary>
    public static string Id(string id) =>
        IsId(id) ? $"'{id}'" : throw new ArgumentException("Not a Salesforce id.", nameof(id));

    public static bool IsId(string? id) => id is not null && RecordId().IsMatch(id);

    /// <summary>An object or field name, custom suffix and relationship path included.</summary>
    public static string Name(string name) =>
        ApiName().IsMatch(name) ? name : throw new ArgumentException("Not an API name.", nameof(name));

    /// <summary>
    /// Whole seconds, UTC, never a '+' that a URL could turn into a space (facts 2.1 and pitfall 35).
    /// </summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?\z")]
    private static partial Regex RecordId();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*\z")]
    private static partial Regex ApiName();
}
