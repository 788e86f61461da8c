using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SalesInsight.Sync.Runs.Org;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Registers the engine: runs, their schedule, and the doors the pages use.</summary>
public static class RunsRegistration
{
    /// <summary>Needs storage, settings and Salesforce to be registered too.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="sqlite">Connection string of the database that also holds Quartz's tables.</param>
    /// <param name="timetable">
    /// Name of Quartz's schedule. Two processes on one SQLite file, as nobody should run it but the tests of a stolen
    /// lease do, need one each: without clustering Quartz takes the other's for its own and waits for what that began.
    /// </param>
    public static IServiceCollection AddSalesInsightRuns(
        this IServiceCollection services, string sqlite, string? timetable = null)
    {
        services.AddSingleton<ILiveUpdates, LiveUpdates>();
        services.AddSingleton<RunProgressBoard>();
        services.AddSingleton(provider => RunTimes.From(
            provider.GetRequiredService<IConfiguration>(),
            provider.GetRequiredService<ISalesforceGateway>().RequestTimeout));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RunServices>(provider) with
        {
            Times = provider.GetRequiredService<RunTimes>(),
        });
        services.AddSingleton<SyncRun>();
        services.AddSingleton<SyncRunner>();
        services.AddSingleton<SyncTriggers>();
        services.AddSingleton<OrgReadRun>();
        services.AddSingleton<OrgReadRunner>();
        services.AddSingleton<OrgReadTriggers>();
        services.AddSingleton<SyncControl>();
        services.AddSingleton<ISyncControl>(provider => provider.GetRequiredService<SyncControl>());
        services.AddSingleton<IFirstSync, FirstSync>();
        services.AddSingleton<IHeldDeletions, HeldDeletions>();
        services.AddQuartz(quartz =>
        {
            if (timetable is not null) quartz.ConfigureScheduler(options => options.InstanceName = timetable);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UseSqlite(sqlite);
            });
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService(provider =>
        {
            _ = provider.GetRequiredService<RunTimes>();        // times that cannot work are refused now, not by a run
            return ActivatorUtilities.CreateInstance<SyncScheduler>(provider);
        });
        return services;
    }
}
