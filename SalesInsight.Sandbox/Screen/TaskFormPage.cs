using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>Adding and editing a task.</summary>
internal static class TaskFormPage
{
    private const int ChoicesMax = 500;

    public static Html Render(
        Viewer viewer, RecordNames names, TaskForm form, string title, string action, string cancel,
        IReadOnlyList<SandboxError> refused) => Html.Of($"""
        <div class="head"><h1>{title}</h1></div>
        {Notes.Refused(refused)}
        <form method="post" action="{action}" class="card form" data-testid="task-form">
        <input type="hidden" name="{FormToken.Field}" value="{viewer.FormToken}">
        {Html.Join(TaskForm.Fields.Select(field => Before(form, field)))}
        <div class="span"><label for="Subject">Subject</label>
        <input id="Subject" name="Subject" value="{form["Subject"]}" maxlength="255" autocomplete="off" autofocus></div>
        {Select("Status", "Status", Values(viewer, names, form, "TaskStatus", "Status"))}
        {Select("Priority", "Priority", Values(viewer, names, form, "TaskPriority", "Priority"))}
        <div><label for="ActivityDate">Due Date</label>
        <input id="ActivityDate" name="ActivityDate" type="date" value="{form["ActivityDate"]}"></div>
        {Select("OwnerId", "Assigned To", Records(viewer, names, form, "OwnerId", "User"))}
        {Select("WhoId", "Name", Records(viewer, names, form, "WhoId", "Contact", "Lead"), optional: true)}
        {Select(
            "WhatId", "Related To", Records(viewer, names, form, "WhatId", "Account", "Opportunity"), optional: true)}
        <div class="span"><label for="Description">Comments</label>
        <textarea id="Description" name="Description" rows="6">
        {form["Description"]}</textarea></div>
        <div class="span actions end"><a class="button" href="{cancel}" data-testid="cancel">Cancel</a>
        <button type="submit" class="primary" id="save" data-testid="save">Save</button></div>
        </form>
        """);

    private static Html Before(TaskForm form, string field) => Html.Of($"""
        <input type="hidden" name="{TaskForm.NameOfBefore(field)}" value="{form.Before(field)}">
        """);

    private static Html Select(string field, string label, Html options, bool optional = false) => Html.Of($"""
        <div><label for="{field}">{label}</label><select id="{field}" name="{field}">
        {Html.When(optional, () => Html.Of($"""<option value="">None</option>"""))}{options}</select></div>
        """);

    private static Html Values(Viewer viewer, RecordNames names, TaskForm form, string listName, string field)
    {
        var values = names.Values(viewer.Context, listName)
            .Select(row => row.Text("ApiName") ?? "")
            .Append(form[field])
            .Where(value => value.Length > 0)
            .Distinct();
        return Html.Join(values.Select(value => Option(value, value, form[field])));
    }

    private static Html Records(
        Viewer viewer, RecordNames names, TaskForm form, string field, params string[] objectNames)
    {
        var current = form[field];
        var groups = objectNames
            .Select(name => (Name: name, Rows: names.Choices(viewer.Context, name, ChoicesMax)))
            .ToList();
        var known = current.Length == 0 || groups.Any(group => group.Rows.Any(row => row.Id == current));
        return Html.Of($"""
            {Html.When(!known, () => Option(current, names.Of(viewer.Context, current), current))}
            {Html.Join(groups.Select(group => Html.Of($"""
                <optgroup label="{group.Name}">
                {Html.Join(group.Rows.Select(row => Option(row.Id, row.Name, current)))}</optgroup>
                """)))}
            """);
    }

    private static Html Option(string value, string label, string current) => Html.Of($"""
        <option value="{value}"{Html.When(value == current, () => Html.Of($" selected"))}>{label}</option>
        """);
}
