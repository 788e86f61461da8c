using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Tests.Web.Emails.Tracking;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.Emails;

namespace SalesInsight.Tests.Web.Emails.Testing;

/// <summary>What a component that tries or replays mails asks for.</summary>
internal static class TrialServices
{
    public static IServiceCollection AddReplays(this IServiceCollection services, FakeEmailTrials trials)
    {
        services.AddLogging().AddTaskPages();
        services.AddEmailPages();
        services.AddSingleton<IEmailTracking>(new FakeEmailTracking());
        return services.AddSingleton<IEmailTrials>(trials);
    }
}
