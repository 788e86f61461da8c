using SalesInsight.Web.CommandCenter.Words;

namespace SalesInsight.Web.CommandCenter;

/// <summary>What the task pages need beside the doors of the engine.</summary>
internal static class CommandCenterSetup
{
    public static void AddCommandCenter(this WebApplicationBuilder builder) => builder.Services.AddTaskPages();

    public static void AddTaskPages(this IServiceCollection services) => services
        .AddScoped<TaskWords>()
        .AddScoped<SyncWords>()
        .AddScoped<ValueWords>()
        .AddScoped<TaskFailures>()
        .AddScoped<TaskActions>();
}
