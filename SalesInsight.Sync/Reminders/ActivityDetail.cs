using System.Text.RegularExpressions;

namespace SalesInsight.Sync.Reminders;

/// <summary>
/// The subject template of the org ("activity detail", design 5.8): free text with dynamic fields. Pure. A field
/// without a value renders as nothing; line breaks are removed; the result is cut at 255 characters.
/// </summary>
internal sealed partial record ActivityDetail(string Template)
{
    /// <summary>Characters of a template, as the subject it renders.</summary>
    public const int LengthMax = TaskContent.SubjectLengthMax;

    private const string SubjectField = "activity_subject";

    /// <summary>
    /// The built-in default, and the only template through which a rename in Salesforce can come back.
    /// </summary>
    public static readonly ActivityDetail SubjectOnly = new("{{activity_subject}}");

    /// <summary>True when a rename here reaches Salesforce at all.</summary>
    public bool CarriesSubject => DynamicField().Matches(Template).Any(m => m.Groups["name"].Value == SubjectField);

    /// <summary>
    /// True when a rename in Salesforce can be read back: the template is the subject and nothing else.
    /// </summary>
    public bool IsSubjectOnly => SubjectField == SoleField().Match(Template).Groups["name"].Value;

    /// <summary>
    /// True for a template an admin may save: not blank, at most <see cref="LengthMax"/> characters, and no dynamic
    /// field but known ones (a misspelt one would silently render as nothing).
    /// </summary>
    public static bool IsUsable(string template)
    {
        if (string.IsNullOrWhiteSpace(template) || template.Length > LengthMax) return false;
        var words = DynamicField().Replace(template, m => m.Groups["name"].Value == SubjectField ? "" : m.Value);
        return !words.Contains("{{", StringComparison.Ordinal) && !words.Contains("}}", StringComparison.Ordinal);
    }

    public string Render(string subject)
    {
        var text = DynamicField().Replace(Template, m => m.Groups["name"].Value == SubjectField ? subject : "");
        return Cut(LineBreaks().Replace(text, " ").Trim(), TaskContent.SubjectLengthMax).TrimEnd();
    }

    /// <summary>
    /// The longest prefix of at most <paramref name="length"/> UTF-16 units that splits no character.
    /// </summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    [GeneratedRegex(@"\{\{\s*(?<name>[a-z_]+)\s*\}\}")]
    private static partial Regex DynamicField();

    [GeneratedRegex(@"^\s*\{\{\s*(?<name>[a-z_]+)\s*\}\}\s*$")]
    private static partial Regex SoleField();

    [GeneratedRegex(@"[\r\n]+")]
    private static partial Regex LineBreaks();
}
