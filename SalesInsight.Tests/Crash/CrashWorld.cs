using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Crash;

/// <summary>
/// A database file, a Salesforce side as a process of its own and as many app processes as wanted, with times short
/// enough to see many deaths: a lease of two seconds.
/// </summary>
internal sealed class CrashWorld : IAsyncDisposable
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private const string WrappingKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string RepThere = "rep1@sandbox.test", PasswordThere = "sandbox1";

    private readonly List<ServerProcess> _apps = [];
    private readonly ServiceProvider _services;
    private readonly string _path;
    private readonly string? _published;

    private CrashWorld(string path, string? published, ServerProcess sandbox)
    {
        (_path, _published, Sandbox) = (path, published, sandbox);
        _services = StoreServices.Build(path, TimeProvider.System, new SequentialIds(), new RecordedRuns());
    }

    public ServerProcess Sandbox { get; }

    public string Token { get; private set; } = "";

    public string TokenThere { get; private set; } = "";

    /// <param name="isPublished">The apps run from published output, which takes some seconds to make.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<CrashWorld> CreateAsync(bool isPublished, CancellationToken stop)
    {
        var path = TemporaryDatabase.NewPath();
        File.Copy(await TemporaryDatabase.TemplateAsync(), path);
        var sandbox = new ServerProcess(
            "SalesInsight.Sandbox", "services/data",
            ["--Sandbox:Seed", "empty", "--Sandbox:DailyApiRequests", "100000000"], new Dictionary<string, string>());
        var published = isPublished ? await BuiltProgram.PublishAsync("SalesInsight.Web", stop) : null;
        var world = new CrashWorld(path, published, sandbox);
        sandbox.Start();
        await sandbox.BeReadyAsync(stop);
        await world.ConnectAsync(stop);
        return world;
    }

    /// <summary>One more app on the same database; not started.</summary>
    public ServerProcess AddApp()
    {
        var app = new ServerProcess("SalesInsight.Web", "health/ready", [], new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Demo__Enabled"] = "false",
            ["Api__CallsPerMinuteMax"] = "600000",
            ["Database__ConnectionString"] = $"Data Source={_path}",
            ["DataProtection__Key"] = WrappingKey,
            ["Salesforce__AllowLoopback"] = "true",
            ["Salesforce__CallTimeout"] = "00:00:01.8",
            ["Runs__Lease"] = Lease.ToString(),
            ["Runs__SendWindow"] = "00:00:01",
            ["Runs__DeadlineMargin"] = "00:00:01",
            ["Runs__Timetable"] = $"app-{_apps.Count + 1}",
        }, _published);
        _apps.Add(app);
        return app;
    }

    /// <summary>The lease as it lies in the database.</summary>
    public async Task<SeenLease> LeaseAsync(CancellationToken stop)
    {
        await using var db = _services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();
        var row = await db.Set<RunLeaseRow>().AsNoTracking().SingleAsync(stop);
        return new SeenLease(row.Epoch, row.Holder, row.ExpiresAt > TimeProvider.System.GetUtcNow());
    }

    /// <summary>Every value that a task's history names.</summary>
    public async Task<IReadOnlySet<string?>> RecordedAsync(Guid taskId, CancellationToken stop)
    {
        var entries = await _services.GetRequiredService<IReminderTasks>().HistoryAsync(TestStore.RepId, taskId, stop);
        return entries.SelectMany(entry => entry.Changes.Concat(entry.Losers))
            .SelectMany(value => new[] { value.From, value.To }).ToHashSet();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps) await app.DisposeAsync();
        await Sandbox.DisposeAsync();
        await _services.DisposeAsync();
        TemporaryDatabase.Delete(_path);
        if (_published is not null) Directory.Delete(_published, recursive: true);
    }

    /// <summary>As if the rep had connected and saved: consent itself is walked through in the browser test.</summary>
    private async Task ConnectAsync(CancellationToken stop)
    {
        using var client = new HttpClient();
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password", ["client_id"] = "sandbox-client", ["client_secret"] = "sandbox-secret",
            ["username"] = RepThere, ["password"] = PasswordThere,
        });
        var answer = await client.PostAsync(new Uri(Sandbox.Url, "services/oauth2/token"), form, stop);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop)).RootElement;
        TokenThere = body.GetProperty("access_token").GetString()!;
        var identity = new Uri(body.GetProperty("id").GetString()!).Segments;

        var origin = new Uri(Sandbox.Url.GetLeftPart(UriPartial.Authority));
        (await _services.GetRequiredService<IConnectionStore>().SaveAsync(
            TestRows.Connection(TestStore.ConnectionId, TestStore.RepId, identity[^2].TrimEnd('/'), identity[^1]) with
            {
                LoginHost = origin,
                Tokens = new GrantTokens(TokenThere, "none", origin),
            }, stop)).Should().BeTrue();
        await _services.GetRequiredService<ISettingsStore>().SaveAsync(
            TestStore.RepId,
            new SettingsEdit().Set(SettingKeys.TaskSync, TaskSyncMode.Both).Set(SettingKeys.DeleteFenceCount, 100),
            TestStore.Rep, stop);
        Token = (await _services.GetRequiredService<IApiTokens>().IssueAsync(
            TestStore.RepId, "Crash script", ApiScopes.All, TimeSpan.FromDays(1), stop))!.Value.Text;
    }
}
