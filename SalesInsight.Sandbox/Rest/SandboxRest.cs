namespace SalesInsight.Sandbox.Rest;

/// <summary>The REST API under <c>/services/data</c>.</summary>
internal static class SandboxRest
{
    internal static void AddSandboxRest(this IServiceCollection services)
    {
        services.AddSingleton<CallCounter>();
        services.AddSingleton<ApiUsage>();
        services.AddSingleton<LongCalls>();
        services.AddSingleton<RestService>();
    }

    internal static void UseLongCalls(this WebApplication app)
    {
        var calls = app.Services.GetRequiredService<LongCalls>();
        var usage = app.Services.GetRequiredService<ApiUsage>();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/services/data"),
            branch => branch.Use(next => new LongCallMiddleware(calls, usage, next).InvokeAsync));
    }

    internal static void MapSandboxRest(this WebApplication app)
    {
        var service = app.Services.GetRequiredService<RestService>();
        app.Map("/services/data/{**resource}", service.HandleAsync);
    }
}
