using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Org;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Many reps of one org and an org reader, driven as the schedule would: a reading, then whom it concerns.
/// </summary>
internal sealed class OrgReaderWorld : IAsyncDisposable
{
    public static readonly Guid ReaderId = SequentialIds.Of(0xC0FF);

    private readonly EngineWorld _engine;
    private readonly List<OrgReaderRep> _reps = [];

    private OrgReaderWorld(EngineWorld engine) => _engine = engine;

    public EngineWorld Engine => _engine;

    public IReadOnlyList<OrgReaderRep> Reps => _reps;

    public OrgReaderRep First => _reps[0];

    private SandboxOrg Org => _engine.Sandbox.Org;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Reps whose sync is on and has run, and a reader that has read.</summary>
    public static async Task<OrgReaderWorld> CreateAsync(int reps = 2, bool isPublicRead = false)
    {
        var engine = await EngineWorld.CreateAsync(
            TaskSyncMode.Off, org: o => o.TasksPublicRead = isPublicRead, started: false);
        var world = new OrgReaderWorld(engine);
        for (var number = 0; number < reps; number++) await world.AddRepAsync(number);
        await world.ConnectReaderAsync();
        await world.CycleAsync();
        await world.CycleAsync();
        return world;
    }

    public async Task ConnectReaderAsync(string user = EngineWorld.Admin)
    {
        var connection = Connection(ReaderId, TestStore.AdminId, Org.Users.FindByUsername(user)!.Id);
        (await _engine.Store.Connections.SaveAsync(connection with { IsOrgReader = true }, Stop)).Should().BeTrue();
    }

    /// <summary>A minute passes, the reader reads, and those run who are told to, or whose turn it is.</summary>
    /// <returns>Who ran.</returns>
    public async Task<ImmutableArray<Guid>> CycleAsync()
    {
        _engine.Time.Advance(TimeSpan.FromMinutes(1));
        var reading = await ReadAsync();
        var ran = ImmutableArray.CreateBuilder<Guid>();
        foreach (var rep in _reps)
        {
            var isTold = reading.Concerned.Contains(rep.ConnectionId);
            if (!isTold && rep.NextAt > _engine.Time.GetUtcNow()) continue;
            await RunAsync(rep);
            ran.Add(rep.ConnectionId);
        }

        return ran.ToImmutable();
    }

    public Task<OrgReadSummary> ReadAsync() => _engine.Store.Get<OrgReadRun>().RunAsync(ReaderId, "engine-1", Stop);

    public async Task RunAsync(OrgReaderRep rep, bool looksForItself = false)
    {
        var runner = new SyncRunner(
            _engine.Store.Get<SyncRun>(), _engine.Store.Get<RunServices>(), _engine.Store.Live,
            NullLogger<SyncRunner>.Instance);
        do
        {
            rep.NextAt = await runner.RunAsync(rep.ConnectionId, looksForItself, Stop) ?? DateTimeOffset.MaxValue;
        }
        while (rep.NextAt <= _engine.Time.GetUtcNow());
    }

    /// <summary>Calls of everybody until <paramref name="cycles"/> cycles are over.</summary>
    public async Task<int> CallsOfAsync(int cycles)
    {
        _engine.Calls.Reset();
        for (var cycle = 0; cycle < cycles; cycle++) await CycleAsync();
        return _engine.Calls.Total;
    }

    public string AddThere(OrgReaderRep rep, string subject) => _engine.AddThereAs(rep.Username, subject);

    public async Task<IReadOnlyList<TaskView>> ListAsync(OrgReaderRep rep) => (await _engine.Tasks.ListAsync(
        rep.UserId, TaskFilter.Open, null, _engine.Today, 0, 200, Stop)).Tasks;

    public IReadOnlyList<OrgTaskRow> Stored()
    {
        using var db = _engine.Store.OpenDb();
        return [.. db.Set<OrgTaskRow>()];
    }

    public string UserIdOf(OrgReaderRep rep) => Org.Users.FindByUsername(rep.Username)!.Id;

    /// <summary>The rep's only task.</summary>
    public async Task EditHereAsync(OrgReaderRep rep, Func<TaskContent, TaskContent> edit)
    {
        var seen = (await ListAsync(rep)).Single();
        var saved = await _engine.Tasks.EditAsync(rep.UserId, seen, edit(seen.Content), seen.Type, Stop);
        saved.Should().BeOfType<TaskSaveResult.Saved>();
    }

    /// <returns>The id of the Salesforce user.</returns>
    public async Task<string> AddRepAsync(int number)
    {
        var username = $"rep{number}@team.test";
        var user = Org.Users.Add(new SandboxUser
        {
            Id = Org.Users.NextId(), Username = username, Password = "none", FirstName = "Rep",
            LastName = $"{number}", Email = username,
        });
        var rep = new OrgReaderRep(SequentialIds.Of(0xA100 + number), SequentialIds.Of(0xC100 + number), username);
        await _engine.Store.AddUserAsync(rep.UserId, $"Rep {number}", Stop);
        (await _engine.Store.Connections.SaveAsync(Connection(rep.ConnectionId, rep.UserId, user.Id), Stop))
            .Should().BeTrue();
        await TurnAsync(rep, TaskSyncMode.Both);
        _reps.Add(rep);
        return user.Id;
    }

    public async Task TurnAsync(OrgReaderRep rep, TaskSyncMode mode)
    {
        var edit = new SettingsEdit().Set(SettingKeys.TaskSync, mode);
        await _engine.Store.Settings.SaveAsync(rep.UserId, edit, new Actor(rep.UserId, IsAdmin: false), Stop);
    }

    private StoredConnection Connection(Guid id, Guid userId, string salesforceUserId)
    {
        var session = Org.Sessions.Issue(salesforceUserId, "salesinsight", "api refresh_token");
        return TestRows.Connection(id, userId, Org.Id, salesforceUserId) with
        {
            LoginHost = _engine.Sandbox.Url,
            Tokens = new GrantTokens(session.AccessToken, "refresh", _engine.Sandbox.Url),
        };
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
