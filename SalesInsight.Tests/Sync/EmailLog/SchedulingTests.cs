using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Control;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>Runs as Quartz starts them, on the machine's own clock.</summary>
public class SchedulingTests(ITestOutputHelper output)
{
    private const string Ann = "ann@customer.example";

    /// <summary>A second is the promise; a busy machine is given some more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_WhileTheEngineRuns_IsLoggedSoonAfter()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        await using var engine = Engine(world);
        await StartAsync(engine);
        var time = System.Diagnostics.Stopwatch.StartNew();

        await engine.Get<IEmailLog>().ReportAsync(TestStore.RepId, EmailWorld.Mail("1", Ann), Stop);

        await UntilLoggedAsync(world);
        output.WriteLine($"logged after {time.Elapsed.TotalMilliseconds:0} ms");
        await StopAsync(engine);
    }

    [Fact]
    public async Task Start_WithAMailLeftOver_LogsIt()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        await world.ReportAsync("1", Ann);
        await using var engine = Engine(world);

        await StartAsync(engine);

        await UntilLoggedAsync(world);
        await StopAsync(engine);
    }

    private static TestStore Engine(EmailWorld world) => world.Store.OpenAgain(services =>
    {
        EmailWorld.Register(services, world.Wire);
        services.AddSalesInsightRuns($"Data Source={world.Store.Path}");
        services.AddSalesInsightEmailLog();
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
    });

    private static async Task StartAsync(TestStore engine)
    {
        foreach (var service in engine.Get<IEnumerable<IHostedService>>()) await service.StartAsync(Stop);
        ((ApplicationLifetime)engine.Get<IHostApplicationLifetime>()).NotifyStarted();
    }

    private static async Task StopAsync(TestStore engine)
    {
        foreach (var service in engine.Get<IEnumerable<IHostedService>>().Reverse()) await service.StopAsync(Stop);
    }

    private static async Task UntilLoggedAsync(EmailWorld world)
    {
        var time = System.Diagnostics.Stopwatch.StartNew();
        while (world.Logged().Count == 0)
        {
            time.Elapsed.Should().BeLessThan(Patience);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
        }

        world.SingleLogged();
    }
}
