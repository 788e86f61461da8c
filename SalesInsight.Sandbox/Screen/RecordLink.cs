using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>The addresses apps link to: <c>/{id}</c> and <c>/lightning/r/Task/{id}/view</c>.</summary>
internal static class RecordLink
{
    public static IResult Open(HttpContext http, Viewer viewer, SandboxOrg org)
    {
        var id = RecordId.Normalise(http.Request.RouteValues["id"] as string);
        return id is null ? ScreenDoor.Missing(http, viewer) : org.Schema.OfId(id)?.Name switch
        {
            "Task" => Results.Redirect($"/tasks/{id}"),
            { } name when RecordListPage.ByObject.TryGetValue(name, out var page) =>
                Results.Redirect($"{page.Path}#{id}"),
            _ => ScreenDoor.Missing(http, viewer),
        };
    }
}
