namespace SalesInsight.Sandbox.Rest;

/// <summary>The REST API under <c>/services/data</c>.</summary>
internal static class SandboxRest
{
    internal static void AddSandboxRest(this IServiceCollection services)
    {
        services.AddSingleton<CallCounter>();
        services.AddSingleton<ApiUsage>();
        services.AddSingleton<RestService>();
    }

    internal static void MapSandboxRest(this WebApplication app)
    {
        var service = app.Services.GetRequiredService<RestService>();
        app.Map("/services/data/{**resource}", service.HandleAsync);
    }
}
