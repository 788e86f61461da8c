using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailLog.Remedies;
using SalesInsight.Sync.EmailLog.Running;
using SalesInsight.Sync.EmailLog.Trials;
using SalesInsight.Sync.Runs;

namespace SalesInsight.Sync.EmailLog.Control;

/// <summary>Registers the logging of mails: its runs and their schedule.</summary>
public static class EmailLogRegistration
{
    /// <summary>Needs storage, Salesforce and the runs, whose scheduler it shares, to be registered too.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddSalesInsightEmailLog(this IServiceCollection services)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LogServices>(provider) with
        {
            Times = provider.GetRequiredService<RunTimes>(),
        });
        services.AddSingleton<LogRun>();
        services.AddSingleton<IEmailTrials, EmailTrials>();
        services.AddSingleton<IEmailCases, EmailCases>();
        services.AddSingleton<EmailTriggers>();
        services.AddHostedService<EmailScheduler>();
        return services;
    }
}
