using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>
/// How the tables write a side: <c>subject/status/priority/due/details</c>, later parts left out where they are the
/// usual ones (Open or New, Normal, none), <c>@3</c> behind it: edited 3 s after <see cref="Words.At"/>. <c>-</c> is a
/// tombstone, <c>- b</c> one that still shows b, <c>?</c> out of sight, <c>other</c> reassigned.
/// </summary>
internal static class Notation
{
    public static TaskContent Here(string text)
    {
        var parts = Split(text);
        return new(
            parts[0],
            parts.Length > 1 ? Enum.Parse<ReminderStatus>(parts[1]) : ReminderStatus.Open,
            parts.Length > 2 ? Enum.Parse<ReminderPriority>(parts[2]) : ReminderPriority.Normal,
            parts.Length > 3 && parts[3] != "" ? DateOnly.Parse(parts[3], null) : null,
            parts.Length > 4 ? parts[4] : null);
    }

    public static SalesforceContent There(string text)
    {
        var parts = Split(text);
        return new(
            parts[0],
            parts.Length > 1 ? parts[1] : Words.New,
            parts.Length > 2 ? parts[2] : "Normal",
            parts.Length > 3 && parts[3] != "" ? parts[3] : null,
            parts.Length > 4 ? parts[4] : null);
    }

    public static LocalView Local(string text) => text.StartsWith('-')
        ? new LocalView.Tombstone(Here(text.Length > 1 ? text[1..].Trim() : "a"))
        : new LocalView.Present(
            Here(text), At(text) is { } at ? EditTimes.None.With(FieldSet.All, at) : EditTimes.None);

    public static SalesforceView Salesforce(string text) => text switch
    {
        "?" => new SalesforceView.OutOfSight(),
        "other" => new SalesforceView.Reassigned(),
        "-" => new SalesforceView.Tombstone(),
        _ when text.StartsWith('-') => new SalesforceView.Tombstone(There(text[1..].Trim())),
        _ => new SalesforceView.Present(There(text), At(text)),
    };

    public static string Write(LocalView view) => view switch
    {
        LocalView.Present x => Write(x.Content),
        _ => "-",
    };

    public static string Write(SalesforceView view) => view switch
    {
        SalesforceView.Present x => Write(x.Content),
        SalesforceView.OutOfSight => "?",
        SalesforceView.Reassigned => "other",
        _ => "-",
    };

    public static string Write(TaskContent content) => Join(
        "Open", content.Subject, content.Status.ToString(), content.Priority.ToString(),
        content[TaskField.DueDate], content.Details);

    public static string Write(SalesforceContent content) => Join(
        Words.New, content.Subject, content.Status, content.Priority, content.ActivityDate, content.Description);

    public static string Write(Operation operation) => operation switch
    {
        Operation.Update x => $"update {x.Fields}",
        Operation.CommitHere => "commit",
        Operation.RemoveHere => "remove",
        var other => other.GetType().Name.ToLowerInvariant(),
    };

    public static string Write(IEnumerable<Conflict> losers) => string.Join(", ", losers.Select(c =>
        $"{c.Field} {(c.LosingSide == Side.Local ? "here" : "there")} {c.Losing ?? "none"}"));

    private static string Join(string usual, string? subject, string? status, params string?[] rest)
    {
        string?[] parts = [subject, status, .. rest];
        string?[] defaults = ["", usual, "Normal", null, null];
        var last = parts.Length - 1;
        while (last > 0 && parts[last] == defaults[last]) last--;
        return string.Join('/', parts.Take(last + 1));
    }

    private static string[] Split(string text) => text.Split('@')[0].Split('/');

    private static DateTimeOffset? At(string text) =>
        text.Contains('@') ? Words.At.AddSeconds(double.Parse(text.Split('@')[1], null)) : null;
}
