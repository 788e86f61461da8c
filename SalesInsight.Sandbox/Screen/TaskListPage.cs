using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>The tasks of one list.</summary>
internal static class TaskListPage
{
    private const int RowsPerPage = 100;

    public static Html Render(
        Viewer viewer, RecordNames names, TaskView view, IReadOnlyList<SObjectRecord> tasks, int page, string? note)
    {
        var shown = tasks.Skip(page * RowsPerPage).Take(RowsPerPage).ToList();
        return Html.Of($"""
            <div class="head"><div><h1>Tasks</h1></div>
            <a class="button primary" href="/tasks/new" id="new-task" data-testid="new-task">New Task</a></div>
            {Notes.Done(note)}
            <nav aria-label="Lists" class="tabs">
            <ul>{Html.Join(TaskView.Every.Select(one => Tab(one, view)))}</ul></nav>
            {(shown.Count == 0 ? Empty(view) : Table(viewer, names, view, shown))}
            {Pages(view, tasks.Count, page)}
            """);
    }

    private static Html Tab(TaskView one, TaskView current) => Html.Of($"""
        <li><a href="/?view={one.Key}" data-testid="view-{one.Key}"
        {Html.When(one == current, () => Html.Of($"aria-current=\"page\""))}>{one.Label}</a></li>
        """);

    private static Html Empty(TaskView view) => Html.Of($"""
        <p class="empty card" data-testid="empty">{view.Empty}</p>
        """);

    private static Html Table(Viewer viewer, RecordNames names, TaskView view, List<SObjectRecord> tasks) =>
        Html.Of($"""
        <div class="card"><table class="rows tasks" data-testid="task-list">
        <caption class="hidden">{view.Label}</caption>
        <thead><tr><th scope="col">Subject</th><th scope="col">Name</th><th scope="col">Related To</th>
        <th scope="col">Due Date</th><th scope="col">Status</th><th scope="col">Priority</th>
        <th scope="col"><span class="hidden">Action</span></th></tr></thead>
        <tbody>{Html.Join(tasks.Select(task => Row(viewer, names, task)))}</tbody></table></div>
        """);

    private static Html Row(Viewer viewer, RecordNames names, SObjectRecord task) => Html.Of($"""
        <tr data-testid="task" data-id="{task.Id}" class="{(task.Flag("IsClosed") ? "closed" : "")}">
        <th scope="row"><a href="/tasks/{task.Id}">{TaskWords.Subject(task)}</a></th>
        <td data-label="Name">{names.Of(viewer.Context, task.Text("WhoId"))}</td>
        <td data-label="Related To">{names.Of(viewer.Context, task.Text("WhatId"))}</td>
        <td data-label="Due Date"{TaskWords.DueClass(viewer, task)}>{viewer.Day(task.Date("ActivityDate"))}</td>
        <td data-label="Status">{TaskWords.Status(task)}</td>
        <td data-label="Priority">{TaskWords.Priority(task)}</td>
        <td class="act">{Action(viewer, task)}</td></tr>
        """);

    private static Html Action(Viewer viewer, SObjectRecord task) => task switch
    {
        { IsDeleted: true } => ActionForm.Render(viewer, task.Id, "restore", "Restore", "small"),
        _ when task.Flag("IsClosed") => Html.None,
        _ => ActionForm.Render(viewer, task.Id, "complete", "Mark Complete", "small"),
    };

    private static Html Pages(TaskView view, int count, int page)
    {
        var last = Math.Max(0, (count - 1) / RowsPerPage);
        return Html.When(last > 0, () => Html.Of($"""
            <nav class="pages" aria-label="Pages">
            {Html.When(page > 0, () => Link(view, page - 1, "Previous"))}
            <span class="quiet">Page {page + 1} of {last + 1}, {count} tasks</span>
            {Html.When(page < last, () => Link(view, page + 1, "Next"))}</nav>
            """));
    }

    private static Html Link(TaskView view, int page, string label) =>
        Html.Of($"""<a class="button small" href="/?view={view.Key}&amp;page={page}">{label}</a>""");
}
