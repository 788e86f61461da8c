using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>The Salesforce side as a person sees it.</summary>
internal static class ScreenEndpoints
{
    public static IServiceCollection AddSandboxScreen(this IServiceCollection services) => services
        .AddSingleton<FormToken>()
        .AddSingleton<BrowserSessions>()
        .AddSingleton<ScreenDoor>()
        .AddSingleton<RecordNames>()
        .AddSingleton<TaskScreen>()
        .AddSingleton<SetupScreen>();

    public static void MapSandboxScreen(this IEndpointRouteBuilder routes)
    {
        ScreenAssets.Map(routes);
        var door = routes.ServiceProvider.GetRequiredService<ScreenDoor>();
        MapTasks(routes, door);
        MapRecords(routes, door);
        MapSetup(routes, door);
    }

    private static void MapTasks(IEndpointRouteBuilder routes, ScreenDoor door)
    {
        var tasks = routes.ServiceProvider.GetRequiredService<TaskScreen>();
        routes.MapGet("/", door.Shown(tasks.List));
        routes.MapGet("/tasks/new", door.Shown(tasks.ShowNew));
        routes.MapPost("/tasks/new", door.Posted(tasks.Create));
        routes.MapGet("/tasks/{id}", door.Shown(tasks.Show));
        routes.MapGet("/tasks/{id}/edit", door.Shown(tasks.ShowEdit));
        routes.MapPost("/tasks/{id}/edit", door.Posted(tasks.Save));
        routes.MapPost("/tasks/{id}/complete", door.Posted(tasks.Complete));
        routes.MapPost("/tasks/{id}/reopen", door.Posted(tasks.Reopen));
        routes.MapPost("/tasks/{id}/delete", door.Posted(tasks.Delete));
        routes.MapPost("/tasks/{id}/restore", door.Posted(tasks.Restore));
    }

    private static void MapRecords(IEndpointRouteBuilder routes, ScreenDoor door)
    {
        var org = routes.ServiceProvider.GetRequiredService<SandboxOrg>();
        var names = routes.ServiceProvider.GetRequiredService<RecordNames>();
        foreach (var page in RecordListPage.ByObject.Values)
            routes.MapGet(page.Path, door.Shown((http, viewer) => page.Show(http, viewer, org, names)));
        var open = door.Shown((http, viewer) => RecordLink.Open(http, viewer, org));
        routes.MapGet("/{id:length(15,18)}", open);
        routes.MapGet("/lightning/r/{objectName}/{id}/view", open);
    }

    private static void MapSetup(IEndpointRouteBuilder routes, ScreenDoor door)
    {
        var setup = routes.ServiceProvider.GetRequiredService<SetupScreen>();
        routes.MapGet("/setup", door.ShownToAdmin(setup.Show));
        routes.MapPost("/setup/users/{id}/active", door.PostedByAdmin(setup.SetActive));
        routes.MapPost("/setup/users/{id}/api", door.PostedByAdmin(setup.SetApi));
        routes.MapPost("/setup/field", door.PostedByAdmin(setup.SetField));
        routes.MapPost("/setup/grants/{id}/revoke", door.PostedByAdmin(setup.Revoke));
    }
}
