using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Web.CommandCenter.Words;

/// <summary>Dates, ages and names in the words of the screen; every word is a resource.</summary>
internal sealed class TaskWords(IStringLocalizer<CommandCenterText> text)
{
    private const int NameLengthMax = 60;

    /// <summary>A piece of text, for components that need nothing but words.</summary>
    public string this[string name, params object[] arguments] => text[name, arguments];

    /// <summary>Tuesday 24 November.</summary>
    public string LongDay(DateOnly day) => Format(day, "Date.Long");

    /// <summary>Tue 24 Nov; the year only when it is another one.</summary>
    public string ShortDay(DateOnly day, DateOnly today) =>
        Format(day, day.Year == today.Year ? "Date.Short" : "Date.ShortYear");

    /// <summary>Today, Tomorrow, or the short day.</summary>
    public string Due(DateOnly? day, DateOnly today) => (day?.DayNumber - today.DayNumber) switch
    {
        null => text["Due.None"],
        0 => text["Due.Today"],
        1 => text["Due.Tomorrow"],
        -1 => text["Due.Yesterday"],
        _ => ShortDay(day!.Value, today),
    };

    /// <summary>12 s ago; from an hour on the time itself.</summary>
    public string Ago(DateTimeOffset at, Viewer viewer)
    {
        var age = viewer.Now - at;
        return age.TotalSeconds switch
        {
            < 1 => text["Age.Now"],
            < 60 => text["Age.Seconds", (int)age.TotalSeconds],
            < 3600 => text["Age.Minutes", (int)age.TotalMinutes],
            _ => Moment(at, viewer),
        };
    }

    /// <summary>today at 09:15; Mon 23 Nov at 16:20.</summary>
    public string Moment(DateTimeOffset at, Viewer viewer)
    {
        var (day, time) = (viewer.DayOf(at), Clock(at, viewer));
        return day == viewer.Today
            ? text["Moment.Today", time]
            : text["Moment.Day", ShortDay(day, viewer.Today), time];
    }

    /// <summary>09:15 today, else Mon 23 Nov: the left column of a timeline.</summary>
    public string Mark(DateTimeOffset at, Viewer viewer) => viewer.DayOf(at) == viewer.Today
        ? viewer.Time.Here(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        : ShortDay(viewer.DayOf(at), viewer.Today);

    /// <summary>Amsterdam time.</summary>
    public string Zone(TimeZoneInfo zone)
    {
        var city = zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return text["Zone", city];
    }

    public string Type(ReminderType type) => text[$"Type.{type}"];

    public string Priority(ReminderPriority priority) => text[$"Priority.{priority}"];

    public string Status(ReminderStatus status) => text[$"Status.{status}"];

    public string Field(TaskField field) => text[$"Field.{field}"];

    public string Problem(TaskSaveResult.ProblemCode code) => text[$"Problem.{code}"];

    /// <summary>All of a task's name, however long.</summary>
    public string WholeName(TaskView task) =>
        string.IsNullOrWhiteSpace(task.Content.Subject) ? text["Task.NoName"] : task.Content.Subject;

    /// <summary>A task's name in a message: cut when it is long.</summary>
    public string Name(TaskView task) => Name(task.Content.Subject);

    public string Name(string subject)
    {
        var name = string.IsNullOrWhiteSpace(subject) ? text["Task.NoName"] : subject.Trim();
        var letters = new StringInfo(name);
        return letters.LengthInTextElements <= NameLengthMax
            ? name
            : letters.SubstringByTextElements(0, NameLengthMax - 1) + "…";
    }

    private string Format(DateOnly day, string pattern) => day.ToString(text[pattern], CultureInfo.CurrentCulture);

    private static string Clock(DateTimeOffset at, Viewer viewer) =>
        viewer.Time.Here(at).ToString("HH:mm", CultureInfo.InvariantCulture);
}
