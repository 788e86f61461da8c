namespace SalesInsight.Sandbox.Screen;

/// <summary>A button that does one thing to one task.</summary>
internal static class ActionForm
{
    public static Html Render(Viewer viewer, string taskId, string action, string label, string style = "") =>
        Html.Of($"""
        <form method="post" action="/tasks/{taskId}/{action}">
        <input type="hidden" name="{FormToken.Field}" value="{viewer.FormToken}">
        <button type="submit" class="{style}" data-testid="{action}">{label}</button></form>
        """);
}
