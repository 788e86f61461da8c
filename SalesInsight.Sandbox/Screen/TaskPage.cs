using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>One task, with everything the org knows about it folded below.</summary>
internal static class TaskPage
{
    public static Html Render(
        Viewer viewer, RecordNames names, SObjectRecord task, IReadOnlyList<RawField> fields,
        IReadOnlyList<SandboxError> refused, string? note) => Html.Of($"""
        <p class="back"><a href="/?view={(task.IsDeleted ? "bin" : "open")}">Tasks</a></p>
        <div class="head"><h1 data-testid="subject">{TaskWords.Subject(task)}</h1>
        <div class="actions">{Actions(viewer, task)}</div></div>
        {Notes.Done(note)}{Notes.Refused(refused)}
        {Html.When(task.IsDeleted, () => Html.Of($"""
            <p class="alert" data-testid="in-bin">This task is in the recycle bin.</p>
            """))}
        <dl class="card facts">
        {Fact("Status", TaskWords.Status(task))}
        {Fact("Priority", TaskWords.Priority(task))}
        {Fact("Due Date", Html.Of($"""
            <span{TaskWords.DueClass(viewer, task)}>{viewer.Day(task.Date("ActivityDate"))}</span>
            """))}
        {Fact("Assigned To", Name(viewer, names, task, "OwnerId"))}
        {Fact("Name", Name(viewer, names, task, "WhoId"))}
        {Fact("Related To", Name(viewer, names, task, "WhatId"))}
        <div class="span"><dt>Comments</dt>
        <dd class="prose" data-testid="comments">{task.Text("Description")}</dd></div>
        </dl>
        <details class="card" data-testid="details"><summary>Details</summary>
        <dl class="facts">
        {Fact("Created By", Stamp(viewer, names, task, "CreatedById", "CreatedDate"))}
        {Fact("Last Modified By", Stamp(viewer, names, task, "LastModifiedById", "LastModifiedDate"))}
        </dl>
        <table class="raw"><caption class="hidden">Raw fields</caption>
        <tbody>{Html.Join(fields.Select(Raw))}</tbody></table></details>
        """);

    private static Html Actions(Viewer viewer, SObjectRecord task) => task switch
    {
        { IsDeleted: true } => ActionForm.Render(viewer, task.Id, "restore", "Restore", "primary"),
        _ => Html.Of($"""
            {(task.Flag("IsClosed")
                ? ActionForm.Render(viewer, task.Id, "reopen", "Reopen")
                : ActionForm.Render(viewer, task.Id, "complete", "Mark Complete", "primary"))}
            <a class="button" href="/tasks/{task.Id}/edit" data-testid="edit" role="button">Edit</a>
            {ActionForm.Render(viewer, task.Id, "delete", "Delete", "danger")}
            """),
    };

    private static Html Fact(string label, Html value) => Html.Of($"<div><dt>{label}</dt><dd>{value}</dd></div>");

    private static Html Name(Viewer viewer, RecordNames names, SObjectRecord task, string field) =>
        Html.Of($"{names.Of(viewer.Context, task.Text(field))}");

    private static Html Stamp(Viewer viewer, RecordNames names, SObjectRecord task, string who, string when) =>
        Html.Of($"{names.Of(viewer.Context, task.Text(who))}, {viewer.Moment(task.Moment(when))}");

    private static Html Raw(RawField field) => Html.Of($"""
        <tr><th scope="row">{field.Name}</th><td data-testid="field-{field.Name}">{field.Value}</td></tr>
        """);
}
