using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using SalesInsight.Sync.EmailDelivery.Control;
using SalesInsight.Sync.EmailLog.Control;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Web.BadInput;

/// <summary>The web app as it is, but time stands still and nothing runs by itself.</summary>
internal sealed class WebOnOurClock : WebUnderTest
{
    public FakeTimeProvider Time { get; } = new(new(2026, 11, 24, 8, 16, 0, TimeSpan.Zero));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Salesforce:ReadRetriesMax", "0");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            var scheduling = services.Where(one => one.ServiceType == typeof(IHostedService)
                && (one.ImplementationType == typeof(SyncScheduler)
                    || one.ImplementationType == typeof(EmailScheduler)
                    || one.ImplementationType == typeof(DeliveryScheduler)
                    || one.ImplementationType?.Assembly == typeof(QuartzHostedService).Assembly)).ToList();
            scheduling.Should().HaveCountGreaterThan(1, "else the app would run by itself");
            foreach (var one in scheduling) services.Remove(one);
        });
    }
}
