using System.Globalization;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>What a person does with tasks.</summary>
internal sealed class TaskScreen(SandboxOrg org, RecordNames names)
{
    private const string Task = "Task";

    private static readonly IReadOnlyList<SandboxError> fine = [];

    private bool IsLate => org.LateBy > TimeSpan.Zero;

    public IResult List(HttpContext http, Viewer viewer)
    {
        var view = TaskView.Parse(http.Request.Query["view"]);
        var tasks = view.Pick(org.Records.List(viewer.Context, Task, includeDeleted: true), viewer.User.Id).ToList();
        var page = int.TryParse(http.Request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var html = TaskListPage.Render(viewer, names, view, tasks, Math.Max(0, page), http.Request.Query["done"]);
        return SandboxPage.Screen(http, viewer, view.Label, html);
    }

    public IResult ShowNew(HttpContext http, Viewer viewer) =>
        New(http, viewer, Blank(viewer), fine);

    public IResult Create(HttpContext http, Viewer viewer, IFormCollection posted)
    {
        var form = TaskForm.Posted(posted);
        var result = org.Records.Create(viewer.Context, Task, form.Filled());
        return result.Success
            ? AfterChange(viewer, result.Id!, "created")
            : New(http, viewer, form, result.Errors);
    }

    public IResult Show(HttpContext http, Viewer viewer) => Find(http, viewer) is { } task
        ? Page(http, viewer, task, fine, http.Request.Query["done"])
        : ScreenDoor.Missing(http, viewer);

    public IResult ShowEdit(HttpContext http, Viewer viewer) => Find(http, viewer) is { IsDeleted: false } task
        ? Edit(http, viewer, task.Id, TaskForm.Of(task), fine)
        : ScreenDoor.Missing(http, viewer);

    public IResult Save(HttpContext http, Viewer viewer, IFormCollection posted)
    {
        if (Find(http, viewer) is not { } task) return ScreenDoor.Missing(http, viewer);
        var form = TaskForm.Posted(posted);
        var changed = form.Changed();
        if (changed.Count == 0) return Results.Redirect($"/tasks/{task.Id}?done=saved");
        var result = org.Records.Update(viewer.Context, Task, task.Id, changed);
        return result.Success
            ? AfterChange(viewer, task.Id, "saved")
            : Edit(http, viewer, task.Id, form, result.Errors);
    }

    public IResult Complete(HttpContext http, Viewer viewer, IFormCollection _) =>
        SetStatus(http, viewer, closed: true, "completed");

    public IResult Reopen(HttpContext http, Viewer viewer, IFormCollection _) =>
        SetStatus(http, viewer, closed: false, "reopened");

    public IResult Delete(HttpContext http, Viewer viewer, IFormCollection _) =>
        Change(http, viewer, id => org.Records.Delete(viewer.Context, Task, id), "deleted");

    public IResult Restore(HttpContext http, Viewer viewer, IFormCollection _) =>
        Change(http, viewer, id => org.Records.Undelete(viewer.Context, Task, id), "restored");

    /// <summary>The first status of its kind in the admin's order; reopening prefers the org's default.</summary>
    private IResult SetStatus(HttpContext http, Viewer viewer, bool closed, string done)
    {
        var status = names.Values(viewer.Context, "TaskStatus")
            .Where(row => row.Flag("IsClosed") == closed)
            .OrderByDescending(row => row.Flag("IsDefault"))
            .First().Text("ApiName");
        var fields = new Dictionary<string, object?> { ["Status"] = status };
        return Change(http, viewer, id => org.Records.Update(viewer.Context, Task, id, fields), done);
    }

    private IResult Change(HttpContext http, Viewer viewer, Func<string, WriteResult> change, string done)
    {
        if (Find(http, viewer) is not { } task) return ScreenDoor.Missing(http, viewer);
        var result = change(task.Id);
        return result.Success
            ? AfterChange(viewer, task.Id, done)
            : Page(http, viewer, task, result.Errors, done: null);
    }

    /// <summary>Back to the task, or to the list when the task is in the bin or no longer this person's.</summary>
    private IResult AfterChange(Viewer viewer, string id, string done)
    {
        var note = IsLate ? "late" : done;
        return org.Records.Find(viewer.Context, Task, id) is null
            ? Results.Redirect($"/?done={note}")
            : Results.Redirect($"/tasks/{id}?done={note}");
    }

    private IResult Page(
        HttpContext http, Viewer viewer, SObjectRecord task, IReadOnlyList<SandboxError> refused, string? done)
    {
        var fields = RawField.Of(task, viewer.Context, org.Sharing);
        var html = TaskPage.Render(viewer, names, task, fields, refused, done);
        return SandboxPage.Screen(http, viewer, TaskWords.Subject(task), html, StatusOf(refused));
    }

    private IResult New(HttpContext http, Viewer viewer, TaskForm form, IReadOnlyList<SandboxError> refused)
    {
        var html = TaskFormPage.Render(viewer, names, form, "New Task", "/tasks/new", "/", refused);
        return SandboxPage.Screen(http, viewer, "New Task", html, StatusOf(refused));
    }

    private IResult Edit(
        HttpContext http, Viewer viewer, string id, TaskForm form, IReadOnlyList<SandboxError> refused)
    {
        var html = TaskFormPage.Render(
            viewer, names, form, "Edit Task", $"/tasks/{id}/edit", $"/tasks/{id}", refused);
        return SandboxPage.Screen(http, viewer, "Edit Task", html, StatusOf(refused));
    }

    private SObjectRecord? Find(HttpContext http, Viewer viewer) => org.Records.Find(
        viewer.Context, Task, http.Request.RouteValues["id"] as string ?? "", includeDeleted: true);

    private TaskForm Blank(Viewer viewer) => TaskForm.Blank(
        viewer.Context, Default(viewer.Context, "TaskStatus"), Default(viewer.Context, "TaskPriority"));

    private string Default(CallContext context, string listName) =>
        names.Values(context, listName).FirstOrDefault(row => row.Flag("IsDefault"))?.Text("ApiName") ?? "";

    private static int StatusOf(IReadOnlyList<SandboxError> refused) =>
        refused.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
}
