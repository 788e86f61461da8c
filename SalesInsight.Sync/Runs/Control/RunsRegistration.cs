using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Registers the engine: runs, their schedule, and the doors the pages use.</summary>
public static class RunsRegistration
{
    /// <summary>Needs storage, settings and Salesforce to be registered too.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="sqlite">Connection string of the database that also holds Quartz's tables.</param>
    public static IServiceCollection AddSalesInsightRuns(this IServiceCollection services, string sqlite)
    {
        services.AddSingleton<ILiveUpdates, LiveUpdates>();
        services.AddSingleton<RunProgressBoard>();
        services.AddSingleton<RunServices>();
        services.AddSingleton<SyncRun>();
        services.AddSingleton<SyncRunner>();
        services.AddSingleton<SyncTriggers>();
        services.AddSingleton<SyncControl>();
        services.AddSingleton<ISyncControl>(provider => provider.GetRequiredService<SyncControl>());
        services.AddSingleton<IFirstSync, FirstSync>();
        services.AddSingleton<IHeldDeletions, HeldDeletions>();
        services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            store.UseSqlite(sqlite);
        }));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<SyncScheduler>();
        return services;
    }
}
