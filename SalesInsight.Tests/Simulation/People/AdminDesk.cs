using Microsoft.Data.Sqlite;
using SalesInsight.Sandbox.Faults;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Simulation.World;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Simulation.People;

/// <summary>Settings, connections and what goes wrong with the way between the two sides.</summary>
internal sealed class AdminDesk(SimulatedWorld world)
{
    private const string PlainTemplate = "{{activity_subject}}", PrefixTemplate = Truth.Prefix + PlainTemplate;

    public static readonly Guid ReaderId = SequentialIds.Of(0xC0FF);

    private const string News = "(SELECT r.\"TaskId\" FROM reminder_tasks r JOIN task_links l"
        + " ON l.\"TaskId\" = r.\"TaskId\" AND l.\"LocalVersion\" <> r.\"Version\")";

    private const string Retired =
        """
        (SELECT * FROM task_links l WHERE "State" = 'Removed'
            AND NOT EXISTS (SELECT 1 FROM push_intents i WHERE i."TaskId" = l."TaskId"))
        """;

    private readonly HashSet<Guid> _held = [];

    private static readonly Actor Boss = new(TestStore.AdminId, IsAdmin: true);

    /// <summary>The team's rules as the setup has them, and every rep connected; nobody's sync is on yet.</summary>
    public void SetUp()
    {
        var setup = world.Setup;
        SaveTeam(new SettingsEdit()
            .Set(SettingKeys.SubjectTemplate, setup.HasPrefix ? PrefixTemplate : PlainTemplate)
            .Set(SettingKeys.ConflictRule, setup.ConflictRule)
            .Set(SettingKeys.DeleteRule, setup.DeleteRule)
            .Set(SettingKeys.DeleteFenceCount, setup.FenceCount)
            .Set(SettingKeys.FirstImport, setup.Import));
        foreach (var rep in world.Reps) Connect(rep);
        if (setup.HasOrgReader) ConnectReader();
    }

    public bool Does(Step step)
    {
        var rep = world.RepOf(step.A);
        switch (step.Kind)
        {
            case StepKind.TurnOn:
                Turn(rep, rep.Mode);
                return true;
            case StepKind.TurnOff:
                Turn(rep, TaskSyncMode.Off);
                return true;
            case StepKind.SetMode:
                rep.Mode = (TaskSyncMode)(1 + step.B % 3);
                if (rep.IsOn) Turn(rep, rep.Mode);
                world.Situations.Count(Situation.ModeChanged);
                return true;
            case StepKind.SetTemplate:
                SaveTeam(new SettingsEdit().Set(
                    SettingKeys.SubjectTemplate, step.B % 2 == 0 ? PlainTemplate : PrefixTemplate));
                world.Situations.Count(Situation.TemplateChanged);
                return true;
            case StepKind.SetConflictRule:
                SaveTeam(new SettingsEdit().Set(SettingKeys.ConflictRule, (ConflictRule)(step.B % 3)));
                return true;
            case StepKind.SetDeleteRule:
                SaveTeam(new SettingsEdit().Set(SettingKeys.DeleteRule, (DeleteRule)(step.B % 2)));
                return true;
            default:
                return Repairs(rep, step);
        }
    }

    private bool Repairs(Rep rep, Step step)
    {
        var org = world.OrgOf(rep);
        switch (step.Kind)
        {
            case StepKind.AnswerHeld:
                Answer(rep, step.B % 2 == 0);
                return true;
            case StepKind.ExpireSession:
                org.Org.Sessions.Expire();
                return true;
            case StepKind.RevokeGrant:
                org.Org.Sessions.RevokeGrants(world.There.UserIdOf(rep));
                world.Situations.Count(Situation.GrantRevoked);
                return true;
            case StepKind.RevokeReader:
                var first = world.Org(SimulatedWorld.FirstOrg).Org;
                first.Sessions.RevokeGrants(first.Users.FindByUsername(ThereDesk.Admin)!.Id);
                world.Situations.Count(Situation.GrantRevoked);
                return true;
            case StepKind.Reconnect:
                Connect(rep);
                return true;
            case StepKind.ReconnectAsOther:
                Move(rep, rep.Port, rep.Username == ThereDesk.Mara ? ThereDesk.Jonas : ThereDesk.Mara);
                return true;
            case StepKind.ReconnectElsewhere:
                Move(rep, rep.Port == SimulatedWorld.FirstOrg ? SimulatedWorld.OtherOrg : SimulatedWorld.FirstOrg,
                    rep.Username);
                return true;
            case StepKind.Fault:
                org.Faults.Add(FaultOf(step.B));
                world.Situations.Count(Situation.Fault);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Everything an admin can put right: rights, limits, grants. What people chose stays.</summary>
    public void Heal()
    {
        foreach (var org in world.Orgs)
        {
            org.Faults.Clear();
            org.Org.Rights.Clear();
            org.Usage.Set(0);
        }

    }

    /// <summary>Who is asked to reconnect does.</summary>
    public void Reconnect()
    {
        foreach (var rep in world.Reps)
            if (Now.Of(world.Pages.Connections.FindCurrentAsync(rep.UserId, default)) is not
                { Status: ConnectionStatus.Connected }) Connect(rep);
        if (world.Setup.HasOrgReader && Now.Of(world.Pages.Connections.FindAsync(ReaderId, default)) is not
            { Status: ConnectionStatus.Connected }) ConnectReader();
    }

    public bool SendsOf(Rep rep) => rep.IsOn && rep.Mode.HasFlag(TaskSyncMode.OutOnly);

    public bool HasIntent(Guid taskId) => Exists("push_intents", "TaskId", taskId);

    /// <summary>A send is open that began before this.</summary>
    public bool HasIntent(Guid taskId, DateTimeOffset before) =>
        Exists($"(SELECT * FROM push_intents WHERE \"At\" < {before.UtcTicks})", "TaskId", taskId);

    /// <summary>A send is open that carries the field.</summary>
    public bool IsSending(Guid taskId, TaskField field) =>
        Exists($"(SELECT * FROM push_intents WHERE instr(\"Fields\", '{field}'))", "TaskId", taskId);

    public bool IsHeld(Guid taskId) => Exists("held_rows", "TaskId", taskId);

    /// <summary>The fence held it at some time.</summary>
    public bool WasHeld(Guid taskId) => _held.Contains(taskId);

    /// <summary>Both sides of it are gone and known to be, by its task's id or its record's.</summary>
    public bool IsRetired(Guid taskId) => Exists(Retired, "TaskId", taskId);

    public bool IsRetired(string salesforceId) => Exists(Retired, "SalesforceId", salesforceId);

    /// <summary>A change here that no run has dealt with yet.</summary>
    public bool HasNews(Guid taskId) => Exists(News, "TaskId", taskId);

    /// <summary>Two orgs may give one id to two records: the task tells which is meant.</summary>
    public bool IsLinked(Thing thing, string salesforceId) => world.Here.AllRows().Where(r => r.Thing == thing).Any(r =>
        Exists($"(SELECT * FROM task_links WHERE \"SalesforceId\" = '{salesforceId}')", "TaskId", r.Row.Id));

    /// <summary>A send whose fate is open, or a link to be looked at again, of a connection that runs.</summary>
    public bool IsUnfinished() => world.Reps.Any(rep => rep.IsOn
        && (Exists("push_intents", "ConnectionId", rep.ConnectionId)
            || Exists("(SELECT * FROM task_links WHERE \"LookAgain\")", "ConnectionId", rep.ConnectionId)));

    /// <summary>Rows that the fence began to hold since this was last asked.</summary>
    public void CountHeld(Rep rep)
    {
        foreach (var row in Now.Of(world.Pages.Store.ListHeldAsync(rep.ConnectionId, default)))
            if (_held.Add(row.TaskId)) world.Situations.Count(Situation.HeldByFence);
    }

    private bool Exists(string table, string column, object value)
    {
        using var command = world.Database.Connection.CreateCommand();
        command.CommandText = $"SELECT EXISTS (SELECT 1 FROM {table} WHERE \"{column}\" = $value)";
        command.Parameters.Add(new SqliteParameter("$value", value));
        return (long)command.ExecuteScalar()! == 1;
    }

    private void Turn(Rep rep, TaskSyncMode mode)
    {
        var saved = Now.Of(world.Pages.Settings.SaveAsync(
            rep.UserId, new SettingsEdit().Set(SettingKeys.TaskSync, mode), new Actor(rep.UserId, false), default));
        if (saved is not SaveSettingsResult.Saved) throw new InvalidOperationException($"Not saved: {saved}");
        rep.IsOn = mode != TaskSyncMode.Off;
    }

    private void SaveTeam(SettingsEdit edit)
    {
        var saved = Now.Of(world.Pages.Settings.SaveTeamAsync(edit, Boss, default));
        if (saved is not SaveSettingsResult.Saved) throw new InvalidOperationException($"Not saved: {saved}");
    }

    private void Answer(Rep rep, bool approve)
    {
        var held = Now.Of(world.Pages.Store.ListHeldAsync(rep.ConnectionId, default));
        if (held.IsEmpty) return;
        world.Situations.Count(approve ? Situation.HeldApproved : Situation.HeldRejected);
        Now.Of(world.Pages.Store.AnswerHeldAsync(rep.ConnectionId, [.. held.Select(h => h.TaskId)], approve, default));
        if (approve) return;
        foreach (var (row, thing) in world.Here.RowsOf(rep))
            if (held.Any(h => h.TaskId == row.Id)) thing.IsGoneForAll = false;
    }

    private void Move(Rep rep, int port, string username)
    {
        var before = (rep.Port, rep.Username);
        (rep.Port, rep.Username) = (port, username);
        if (!Connect(rep))
        {
            (rep.Port, rep.Username) = before;
            return;
        }

        rep.Moves++;
        world.Situations.Count(
            before.Port == port ? Situation.ReconnectAsAnotherUser : Situation.ReconnectToAnotherOrg);
    }

    /// <summary>What the consent page leads to: a grant of the pair, stored under the pair's own connection.</summary>
    private bool Connect(Rep rep)
    {
        var org = world.OrgOf(rep);
        var user = org.Org.Users.FindByUsername(rep.Username)!;
        var store = world.Pages.Connections;
        var known = Now.Of(store.FindPairAsync(rep.UserId, org.Org.Id, user.Id, default));
        var (access, refresh) = org.Consent(user.Id);
        var address = SimulatedWire.AddressOf(rep.Port);
        var connection = TestRows.Connection(
            known?.Id ?? world.Ids.Next(), rep.UserId, org.Org.Id, user.Id) with
        {
            LoginHost = address,
            ConnectedAt = world.Clock.GetUtcNow(),
            Tokens = new GrantTokens(access, refresh, address),
        };
        if (!Now.Of(store.SaveAsync(connection, default))) return false;
        rep.ConnectionId = connection.Id;
        return true;
    }

    /// <summary>A user of the first org who is shown everything; nobody's own connection.</summary>
    private void ConnectReader()
    {
        var org = world.Org(SimulatedWorld.FirstOrg);
        var user = org.Org.Users.FindByUsername(ThereDesk.Admin)!;
        var (access, refresh) = org.Consent(user.Id);
        var address = SimulatedWire.AddressOf(SimulatedWorld.FirstOrg);
        var connection = TestRows.Connection(ReaderId, TestStore.AdminId, org.Org.Id, user.Id) with
        {
            LoginHost = address,
            ConnectedAt = world.Clock.GetUtcNow(),
            Tokens = new GrantTokens(access, refresh, address),
            IsOrgReader = true,
        };
        if (!Now.Of(world.Pages.Connections.SaveAsync(connection, default)))
            throw new InvalidOperationException("The reader's pair is taken");
    }

    private static SandboxFault FaultOf(int number)
    {
        var data = new FaultScope(PathContains: "/services/data");
        SandboxFault fault = (number % 11) switch
        {
            0 => new SandboxFault.LoseReply { Scope = new FaultScope(Method: "POST", PathContains: "/composite") },
            1 => new SandboxFault.LoseReply { Scope = data },
            2 => new SandboxFault.DropBefore { Scope = data },
            3 => SandboxFault.Error(503, "SERVER_UNAVAILABLE", "Server unavailable") with { Scope = data },
            4 => SandboxFault.SessionExpired() with { Scope = data },
            5 => SandboxFault.LimitExceeded() with { Scope = data },
            6 => SandboxFault.Html() with { Scope = data },
            7 => new SandboxFault.GzipLie { Scope = data },
            8 => new SandboxFault.Latency(TimeSpan.FromSeconds(5 + number / 11 % 20 * 10)) { Scope = data },
            9 => SandboxFault.Error(420, "UNKNOWN", "No routing information") with { Scope = data },
            _ => SandboxFault.OAuthError(503, "server_error", "try later"),
        };
        return fault;
    }
}
