using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SalesInsight.Sandbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Benchmarks;

/// <summary>One connected rep: the engine on a SQLite file of its own, the sandbox beside it, one clock.</summary>
internal sealed class Company : IAsyncDisposable
{
    private const string RepThere = "rep1@sandbox.test";
    private const int PageSizeMax = 200;

    private static readonly Guid RepId = new("00000000-0000-0000-0000-00000000a002");
    private static readonly Guid ConnectionId = new("00000000-0000-0000-0000-00000000c001");

    // Longer than the 15 minutes that each run reads again.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(20);

    private readonly IHost _host;
    private readonly DirectoryInfo _folder;
    private readonly MovableTime _time;

    private Company(IHost host, SandboxServer sandbox, DirectoryInfo folder, MovableTime time) =>
        (_host, Sandbox, _folder, _time) = (host, sandbox, folder, time);

    public SandboxServer Sandbox { get; }

    private IReminderTasks Tasks => _host.Services.GetRequiredService<IReminderTasks>();

    public static async Task<Company> FoundAsync()
    {
        var time = new MovableTime();
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Seed = "empty", TimeProvider = time, SessionLifetime = TimeSpan.FromDays(1),
        });
        var folder = Directory.CreateTempSubdirectory("salesinsight-");
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            EnvironmentName = Environments.Development,
        });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "benchmark.db")}",
            ["Demo:Enabled"] = "true",
            ["Salesforce:ClientSecret"] = "salesinsight-secret",
        });
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<ISyncControl, NobodyAsksForRuns>();
        builder.Services.AddSalesInsightStorage(builder.Configuration);
        builder.Services.AddSalesforce(builder.Configuration);
        builder.Services.AddSingleton<RunProgressBoard>().AddSingleton<RunServices>().AddSingleton<SyncRun>();
        var company = new Company(builder.Build(), sandbox, folder, time);
        await company._host.StartAsync();
        await company.ConnectAsync();
        return company;
    }

    /// <summary>One run, which must end well.</summary>
    public async Task RunAsync()
    {
        var summary = await _host.Services.GetRequiredService<SyncRun>()
            .RunAsync(ConnectionId, "benchmark", CancellationToken.None);
        if (summary.Outcome is not RunOutcome.Done)
            throw new InvalidOperationException($"The run ended as {summary.Outcome}: {summary.Fault}");
    }

    /// <summary>What was written before is out of the window that the next run reads again.</summary>
    public void LetTimePass() => _time.Advance(Overlap);

    public void FillSalesforce(int tasks)
    {
        var rep = Sandbox.Org.As(RepThere);
        for (var n = 0; n < tasks; n++)
            Sandbox.Org.Records.Create(rep, "Task", new Dictionary<string, object?>
            {
                ["Subject"] = $"Call customer {n} about the renewal",
                ["Description"] = "Ask for the delivery dates, the invoice address and who signs.",
            });
    }

    public async Task EditHereAsync(int tasks)
    {
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        for (var done = 0; done < tasks; done += PageSizeMax)
        {
            var page = await Tasks.ListAsync(RepId, TaskFilter.Open, null, today, done, PageSizeMax, default);
            foreach (var task in page.Tasks)
                await Tasks.EditAsync(RepId, task, task.Content with { Details = "Edited here." }, task.Type, default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await Sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task ConnectAsync()
    {
        await using var db = _host.Services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();
        db.Add(new AppUser { Id = RepId, DisplayName = "Mara Visser", UserName = "mara", NormalizedUserName = "MARA" });
        await db.SaveChangesAsync();
        var user = Sandbox.Org.Users.FindByUsername(RepThere)!;
        var session = Sandbox.Org.Sessions.Issue(user.Id, "salesinsight", "api refresh_token");
        var profile = new OrgProfile(
            "Halden Software", "Enterprise Edition", true, RepThere, "Mara Visser", CreateMode.UniqueId);
        await _host.Services.GetRequiredService<IConnectionStore>().SaveAsync(
            new StoredConnection(
                ConnectionId, RepId, Sandbox.Url, Sandbox.Org.Id, user.Id, profile, _time.GetUtcNow(),
                ConnectionStatus.Connected, null, IsCurrent: true,
                new GrantTokens(session.AccessToken, "refresh", Sandbox.Url), TokenVersion: 0),
            CancellationToken.None);
        await _host.Services.GetRequiredService<ISettingsStore>().SaveAsync(
            RepId, new SettingsEdit().Set(SettingKeys.TaskSync, TaskSyncMode.Both), new Actor(RepId, IsAdmin: false),
            CancellationToken.None);
    }
}
