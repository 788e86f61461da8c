using System.Text.RegularExpressions;

namespace SalesInsight.Sync.Reminders;

/// <summary>
/// The subject template of the org ("activity detail", design 5.8): free text with dynamic fields. Pure. A field
/// without a value renders as nothing; line breaks are removed; the result is cut at 255 characters.
/// </summary>
/// <param name="Template">As an admin wrote it.</param>
public sealed partial record ActivityDetail(string Template)
{
    /// <summary>Characters of a template, as the subject it renders.</summary>
    public const int LengthMax = TaskContent.SubjectLengthMax;

    /// <summary>Reply, Email, or the type of the task.</summary>
    public const string TypeField = "activity_type";

    /// <summary>The task's name, or the mail's subject.</summary>
    public const string SubjectField = "activity_subject";

    /// <summary>
    /// The dynamic fields a template may name. Only the first two have a value: sales campaigns and call logging are
    /// not part of this product, and a field without a value renders as nothing.
    /// </summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        TypeField, SubjectField, "sales_campaign_name", "sales_campaign_day", "sales_campaign_step", "call_outcome",
        "call_reason",
    ];

    /// <summary>
    /// The built-in default, and the only template through which a rename in Salesforce can come back.
    /// </summary>
    public static readonly ActivityDetail SubjectOnly = new("{{activity_subject}}");

    /// <summary>True when a rename here reaches Salesforce at all.</summary>
    public bool CarriesSubject => Carries(SubjectField);

    /// <summary>True when the template says itself what kind of activity it is.</summary>
    public bool CarriesType => Carries(TypeField);

    /// <summary>
    /// True when a rename in Salesforce can be read back: the template is the subject and nothing else.
    /// </summary>
    public bool IsSubjectOnly => SubjectField == SoleField().Match(Template).Groups["name"].Value;

    /// <summary>
    /// True for a template an admin may save: not blank, at most <see cref="LengthMax"/> characters, and no dynamic
    /// field but known ones (a misspelt one would silently render as nothing).
    /// </summary>
    /// <param name="template">As typed.</param>
    public static bool IsUsable(string template) =>
        !string.IsNullOrWhiteSpace(template) && template.Length <= LengthMax && FirstUnknown(template) is null;

    /// <summary>The first piece in double braces that is no dynamic field; null: all are.</summary>
    /// <param name="template">As typed.</param>
    public static string? FirstUnknown(string template)
    {
        var words = DynamicField().Replace(template, m => Fields.Contains(m.Groups["name"].Value) ? "" : m.Value);
        return Braces().Match(words) is { Success: true } found ? found.Value : null;
    }

    /// <summary>One line of at most <see cref="LengthMax"/> characters; may be empty.</summary>
    /// <param name="subject">The task's name, or the mail's subject.</param>
    /// <param name="type">What kind of activity it is; null: not known.</param>
    public string Render(string subject, string? type = null)
    {
        var text = DynamicField().Replace(Template, m => m.Groups["name"].Value switch
        {
            SubjectField => subject,
            TypeField => type ?? "",
            _ => "",
        });
        return Cut(LineBreaks().Replace(text, " ").Trim(), TaskContent.SubjectLengthMax).TrimEnd();
    }

    /// <summary>
    /// The longest prefix of at most <paramref name="length"/> UTF-16 units that splits no character.
    /// </summary>
    /// <param name="text">What to cut.</param>
    /// <param name="length">Units at most.</param>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    private bool Carries(string field) =>
        DynamicField().Matches(Template).Any(m => m.Groups["name"].Value == field);

    /// <summary>A whole piece where there is one, else the braces alone.</summary>
    [GeneratedRegex(@"\{\{[^{}]*\}\}|\{\{|\}\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\{\{\s*(?<name>[a-z_]+)\s*\}\}")]
    private static partial Regex DynamicField();

    [GeneratedRegex(@"^\s*\{\{\s*(?<name>[a-z_]+)\s*\}\}\s*$")]
    private static partial Regex SoleField();

    [GeneratedRegex(@"[\r\n]+")]
    private static partial Regex LineBreaks();
}
