using System.Globalization;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>What a person typed into the task form, and what it showed before. Only what they changed is written, so
/// that an edit made meanwhile by somebody else survives, as in Salesforce.</summary>
internal sealed class TaskForm
{
    private const string BeforePrefix = "before.";

    public static readonly string[] Fields =
        ["Subject", "Status", "Priority", "ActivityDate", "Description", "WhoId", "WhatId", "OwnerId"];

    private readonly Dictionary<string, string> values;
    private readonly Dictionary<string, string> before;

    private TaskForm(Dictionary<string, string> values, Dictionary<string, string> before) =>
        (this.values, this.before) = (values, before);

    public string this[string field] => values[field];

    public static TaskForm Blank(CallContext context, string status, string priority) => Showing(field => field switch
    {
        "Status" => status,
        "Priority" => priority,
        "OwnerId" => context.UserId,
        _ => "",
    });

    public static TaskForm Of(SObjectRecord task) => Showing(field => field == "ActivityDate"
        ? task.Date(field)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""
        : task.Text(field) ?? "");

    public static TaskForm Posted(IFormCollection form) => new(
        Fields.ToDictionary(field => field, field => form[field].ToString()),
        Fields.ToDictionary(field => field, field => form[NameOfBefore(field)].ToString()));

    public static string NameOfBefore(string field) => BeforePrefix + field;

    public string Before(string field) => before[field];

    /// <summary>What a new task starts with.</summary>
    public Dictionary<string, object?> Filled() =>
        Fields.Where(field => values[field].Length > 0).ToDictionary(field => field, object? (field) => values[field]);

    public Dictionary<string, object?> Changed() => Fields
        .Where(field => Lines(values[field]) != Lines(before[field]))
        .ToDictionary(field => field, object? (field) => values[field].Length == 0 ? null : values[field]);

    private static TaskForm Showing(Func<string, string> value)
    {
        var shown = Fields.ToDictionary(field => field, value);
        return new TaskForm(shown, new Dictionary<string, string>(shown));
    }

    /// <summary>Browsers send every line break as CR LF, whatever they were given.</summary>
    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
