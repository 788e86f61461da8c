using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Org;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>
/// The whole engine against the sandbox: real store on SQLite, real client over HTTP, real runs, one clock that tests
/// move. 'Here' is SalesInsight, 'there' is Salesforce.
/// </summary>
internal sealed class EngineWorld : IAsyncDisposable
{
    public const string Rep = "rep1@sandbox.test", OtherRep = "rep2@sandbox.test", Admin = "admin@sandbox.test";

    private const string Holder = "engine-1";

    private readonly TestStore _store;

    private EngineWorld(SandboxServer sandbox, TestStore store)
    {
        Sandbox = sandbox;
        _store = store;
    }

    public SandboxServer Sandbox { get; }

    public TestStore Store => _store;

    public FakeTimeProvider Time => _store.Time;

    public IReminderTasks Tasks => _store.Get<IReminderTasks>();

    public CallCounter Calls => Sandbox.Calls;

    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    public string RepId => Sandbox.Org.Users.FindByUsername(Rep)!.Id;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<EngineWorld> CreateAsync(
        TaskSyncMode mode = TaskSyncMode.Both, Action<SandboxOptions>? org = null, bool started = true)
    {
        var time = new FakeTimeProvider(TestStore.Start);
        var options = new SandboxOptions 
        {
            Seed = "empty", TimeProvider = time, SessionLifetime = TimeSpan.FromDays(400),
        };
        org?.Invoke(options);
        var sandbox = await SandboxServer.StartAsync(options);
        var store = await TestStore.CreateAsync(time, services => Register(services, sandbox.Url));
        var world = new EngineWorld(sandbox, store);
        await world.ConnectAsync();
        if (mode != TaskSyncMode.Off) await store.SetModeAsync(mode, Stop);
        if (started) await world.RunAsync();
        return world;
    }

    private static void Register(IServiceCollection services, Uri sandbox)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Demo:Enabled"] = "true",
            ["Salesforce:ReadRetriesMax"] = "0",
            ["Salesforce:ClientSecret"] = "salesinsight-secret",
        }).Build();
        services.AddSalesforce(configuration);
        services.AddSingleton<RunProgressBoard>();
        services.AddSingleton<RunServices>();
        services.AddSingleton<SyncRun>();
        services.AddSingleton<OrgReadRun>();
        services.AddSingleton<IFirstSync, FirstSync>();
        services.AddSingleton<IHeldDeletions, HeldDeletions>();
    }

    /// <summary>Gives the rep's connection a session of the sandbox, as consent would.</summary>
    private async Task ConnectAsync()
    {
        var user = Sandbox.Org.Users.FindByUsername(Rep)!;
        var session = Sandbox.Org.Sessions.Issue(user.Id, "salesinsight", "api refresh_token");
        var saved = await _store.Connections.SaveAsync(
            TestRows.Connection(TestStore.ConnectionId, TestStore.RepId, Sandbox.Org.Id, user.Id) with
            {
                LoginHost = Sandbox.Url,
                Tokens = new GrantTokens(session.AccessToken, "refresh", Sandbox.Url),
            }, Stop);
        saved.Should().BeTrue();
    }

    /// <summary>One run, a few seconds after whatever happened before, so that stamps are over.</summary>
    public async Task<RunSummary> RunAsync(string holder = Holder)
    {
        Time.Advance(TimeSpan.FromSeconds(3));
        var summary = await _store.Get<SyncRun>().RunAsync(TestStore.ConnectionId, holder, Stop);
        Time.Advance(TimeSpan.FromSeconds(3));
        return summary;
    }

    /// <summary>Runs until nothing changes any more; at most a few, or the engine does not settle.</summary>
    public async Task SettleAsync(int runsMax = 6)
    {
        for (var run = 0; run < runsMax; run++)
        {
            Time.Advance(TimeSpan.FromMinutes(4));
            var summary = await RunAsync();
            if (summary.Outcome == RunOutcome.Done && !await IsMovingAsync()) return;
        }

        throw new InvalidOperationException($"Still moving after {runsMax} runs");
    }

    /// <summary>API calls that one run costs.</summary>
    public async Task<int> CallsOfRunAsync()
    {
        Calls.Reset();
        var summary = await RunAsync();
        summary.Outcome.Should().Be(RunOutcome.Done, "a run that fails costs what it costs ({0})", summary.Fault);
        return Calls.Total;
    }

    /// <summary>The lease runs out. Moving the clock by that much would time the request in flight out too.</summary>
    public void ExpireLease()
    {
        using var db = _store.OpenDb();
        db.Set<RunLeaseRow>().ExecuteUpdate(set => set.SetProperty(l => l.ExpiresAt, DateTimeOffset.UnixEpoch));
    }

    // ---- here

    public async Task<TaskView> AddHereAsync(string subject, TaskContent? content = null)
    {
        var saved = await Tasks.AddAsync(
            TestStore.RepId, (content ?? new TaskContent("")) with { Subject = subject }, ReminderType.Custom, Stop);
        return saved.Should().BeOfType<TaskSaveResult.Saved>().Subject.Task;
    }

    public async Task<TaskView> EditHereAsync(TaskView task, Func<TaskContent, TaskContent> edit)
    {
        var seen = await FindHereAsync(task.Id);
        var saved = await Tasks.EditAsync(TestStore.RepId, seen!, edit(seen!.Content), seen.Type, Stop);
        return saved.Should().BeOfType<TaskSaveResult.Saved>().Subject.Task;
    }

    public Task<TaskSaveResult> DeleteHereAsync(Guid taskId) => Tasks.DeleteAsync(TestStore.RepId, taskId, Stop);

    public Task<TaskView?> FindHereAsync(Guid taskId) => Tasks.FindAsync(TestStore.RepId, taskId, Stop);

    public async Task<IReadOnlyList<TaskView>> ListHereAsync()
    {
        var open = await Tasks.ListAsync(TestStore.RepId, TaskFilter.Open, null, Today, 0, 200, Stop);
        var done = await Tasks.ListAsync(TestStore.RepId, TaskFilter.Completed, null, Today, 0, 200, Stop);
        return [.. open.Tasks, .. done.Tasks];
    }

    public async Task<TaskView> SingleHereAsync() => (await ListHereAsync()).Should().ContainSingle().Subject;

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid taskId) =>
        Tasks.HistoryAsync(TestStore.RepId, taskId, Stop);

    /// <summary>Values that lost, as the task's history shows them.</summary>
    public async Task<IReadOnlyList<string?>> LosersAsync(Guid taskId) =>
        [.. (await HistoryAsync(taskId)).SelectMany(h => h.Losers).Select(l => l.From)];

    public async Task<StagedTask> StagedAsync(Guid taskId) =>
        (await _store.Sync.FindByTaskIdsAsync([taskId], Stop))[taskId];

    // ---- there

    public string AddThere(string subject, params (string Field, object? Value)[] more) =>
        AddThereAs(Rep, subject, more);

    public string AddThereAs(string user, string subject, params (string Field, object? Value)[] more)
    {
        var fields = more.ToDictionary(m => m.Field, m => m.Value);
        fields["Subject"] = subject;
        var result = Sandbox.Org.Records.Create(Sandbox.Org.As(user), "Task", fields);
        result.Errors.Should().BeEmpty();
        return result.Id!;
    }

    public void EditThere(string id, string field, object? value)
    {
        var result = Sandbox.Org.Records.Update(
            Sandbox.Org.As(Admin), "Task", id, new Dictionary<string, object?> { [field] = value });
        result.Errors.Should().BeEmpty();
    }

    public void DeleteThere(string id) =>
        Sandbox.Org.Records.Delete(Sandbox.Org.As(Admin), "Task", id).Errors.Should().BeEmpty();

    public void RestoreThere(string id) =>
        Sandbox.Org.Records.Undelete(Sandbox.Org.As(Admin), "Task", id).Errors.Should().BeEmpty();

    public SObjectRecord? FindThere(string id) =>
        Sandbox.Org.Records.Find(Sandbox.Org.As(Admin), "Task", id, includeDeleted: true);

    /// <summary>Living records there.</summary>
    public IReadOnlyList<SObjectRecord> ListThere() => Sandbox.Org.Records.List(Sandbox.Org.As(Admin), "Task");

    private async Task<bool> IsMovingAsync()
    {
        var staged = await _store.Sync.StageLocalAsync(TestStore.ConnectionId, RunLimits.StagedMax, Stop);
        return staged.Any(s => s.Parking is null);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
