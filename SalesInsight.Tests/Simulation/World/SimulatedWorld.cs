using SalesInsight.Sandbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.Simulation.People;
using SalesInsight.Tests.Simulation.Planted;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Simulation.World;

/// <summary>
/// One team, its database, its engines and its orgs, on one thread and one clock. While an engine is in the middle of a
/// run, anything else may happen: other people, other engines, its own death.
/// </summary>
internal sealed class SimulatedWorld : IDisposable
{
    public const int FirstOrg = 7001, OtherOrg = 7002;

    private const int Engines = 2;

    public static readonly DateTimeOffset StartedAt = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<int, SandboxInProcess> _orgs = [];
    private readonly List<SimulatedEngine> _engines;
    private readonly Plant _plant;
    private readonly Stack<Frame?> _frames = new();
    private readonly UnreadEdits _window;

    /// <summary>The run whose request is still on its way, given up.</summary>
    private Frame? _strayed;

    public SimulatedWorld(WorldSetup setup, SimulatedDatabase database, Trace trace, Plant plant)
    {
        (Setup, Database, Trace, _plant) = (setup, database, trace, plant);
        _window = new UnreadEdits(this);
        Wire = new SimulatedWire(Clock, trace) { Reached = OnWire, Straggles = _ => TakeStraggle() };
        database.Reached = null;
        database.Reset(Clock);
        Open(FirstOrg);
        _engines = [Boot("engine-1"), Boot("engine-2")];
        Reps = [.. Enumerable.Range(0, setup.Reps).Select(AddRep)];
        Here = new HereDesk(this);
        There = new ThereDesk(this);
        Leads = new LeadDesk(this);
        Admin = new AdminDesk(this);
        Admin.SetUp();
        if (setup.SkewSeconds != 0) Situations.Count(Situation.SkewedClock);
        database.Reached = OnDatabase;
    }

    public WorldSetup Setup { get; }

    public SimulatedDatabase Database { get; }

    public Trace Trace { get; }

    public FakeTimeProvider Clock { get; } = new(StartedAt);

    public SequentialIds Ids { get; } = new();

    public SimulatedWire Wire { get; }

    public Truth Truth { get; } = new();

    public Situations Situations { get; } = new();

    public IReadOnlyList<Rep> Reps { get; }

    public HereDesk Here { get; }

    public ThereDesk There { get; }

    public LeadDesk Leads { get; }

    public AdminDesk Admin { get; }

    /// <summary>The process whose pages people use.</summary>
    public SimulatedEngine Pages => _engines[0];

    /// <summary>Bugs that runs threw.</summary>
    public List<string> Accidents { get; } = [];

    /// <summary>Calls that wrote although the rep's mode sends nothing.</summary>
    public List<string> Unwanted { get; } = [];

    /// <summary>The run in the middle of which people act; null between runs.</summary>
    public Frame? Under => _frames.FirstOrDefault(f => f is not null);

    /// <summary>When the run under way began, of two the later one; null while none is awake but a reading.</summary>
    public DateTimeOffset? RunsSince =>
        _frames.Where(f => f is { Rep: not Frame.OfReader, IsAsleep: false }).Max(f => f?.StartedAt);

    public SandboxInProcess Org(int port) => _orgs.TryGetValue(port, out var org) ? org : Open(port);

    public SandboxInProcess OrgOf(Rep rep) => Org(rep.Port);

    public IEnumerable<SandboxInProcess> Orgs => _orgs.Values;

    public IReadOnlyDictionary<int, SandboxInProcess> OrgsByPort => _orgs;

    /// <summary>False where an org deletes without a trace on the record: only the daily delete log tells.</summary>
    public bool DeletesMoveStamps { get; private set; } = true;

    /// <summary>Calls that wrote, so far.</summary>
    public int WriteCalls { get; private set; }

    /// <summary>When a request that writes last left.</summary>
    public DateTimeOffset WroteAt { get; private set; }

    public Rep RepOf(int number) => Reps[number % Reps.Count];

    public void Advance(TimeSpan by)
    {
        Wire.DeliverLate();
        Clock.Advance(by);
    }

    public void Do(Step step)
    {
        if (step.Pause > 0) Advance(TimeSpan.FromSeconds(step.Pause));
        Trace.Add($"{Clock.GetUtcNow():HH:mm:ss} {step}");
        if (step.Kind is StepKind.Run or StepKind.ReadOrg)
        {
            if (step.Kind == StepKind.Run) Run(step);
            else ReadOrg(step);
            return;
        }

        _frames.Push(null);
        try
        {
            Act(step);
        }
        finally
        {
            _frames.Pop();
        }
    }

    /// <summary>A run outside any script: healing, and the last look.</summary>
    public RunSummary Run(Rep rep) => Run(new Step(StepKind.Run, rep.Number))!;

    /// <summary>A reading outside any script.</summary>
    public void ReadOrg() => ReadOrg(new Step(StepKind.ReadOrg));

    public void Dispose()
    {
        Database.Reached = null;
        foreach (var org in _orgs.Values) org.Dispose();
        Wire.Dispose();
    }

    private void Act(Step step)
    {
        if (step.Kind is StepKind.Wait or StepKind.Nap) return;
        if (Here.Does(step) || There.Does(step) || Leads.Does(step) || Admin.Does(step)) return;
        throw new InvalidOperationException($"Nobody does {step.Kind}");
    }

    private RunSummary? Run(Step step)
    {
        var outer = Under;
        var rep = RepOf(step.A);
        Situations.Count(Situation.Run);
        return Within(step, rep.Number, (engine, frame) =>
        {
            var summary = Wire.Await(engine.Run.RunAsync(rep.ConnectionId, engine.Name, default));
            Trace.Add($"  run: {summary.Outcome} {summary.Fault?.Code}");
            if (summary.Outcome == RunOutcome.Done && !frame.HasAsked) Situations.Count(Situation.RunWithoutACall);
            Settle(outer, rep, summary);
            Admin.CountHeld(rep);
            return summary;
        });
    }

    private void ReadOrg(Step step) => Within(step, Frame.OfReader, (engine, _) =>
    {
        var summary = Wire.Await(engine.ReadOrg.RunAsync(AdminDesk.ReaderId, engine.Name, default));
        Trace.Add($"  reading: {summary.Outcome} {summary.Fault?.Code} for {summary.Concerned.Length}");
        if (summary.Outcome == RunOutcome.Done) Situations.Count(Situation.OrgRead);
        return summary;
    });

    /// <summary>A run, in the middle of which anything may happen; null when it did not end well.</summary>
    private T? Within<T>(Step step, int rep, Func<SimulatedEngine, Frame, T> run) where T : class
    {
        var engine = FreeEngine(step);
        var frame = new Frame(rep, engine, step.Parts) { StartedAt = Clock.GetUtcNow() };
        _frames.Push(frame);
        try
        {
            return run(_engines[engine], frame);
        }
        catch (Exception exception) when (frame.IsKilled && IsOfKill(exception))
        {
            Trace.Add("  killed");
            Situations.Count(Situation.Kill);
            _engines[engine] = Boot(_engines[engine].Name);
            return null;
        }
        catch (Exception exception) when (exception is not HiddenAsynchronyException)
        {
            Accidents.Add($"A run threw {exception.GetType().Name}: {exception.Message}");
            _engines[engine] = Boot(_engines[engine].Name);
            return null;
        }
        finally
        {
            _frames.Pop();
            if (step.B % 2 == 0) Wire.DeliverLate();
        }
    }

    /// <summary>Two by turns. What one is in the middle of it cannot begin once more on its only thread: then a third.
    /// </summary>
    private int FreeEngine(Step step)
    {
        var engine = (Under is { } outer ? outer.Engine + 1 : step.B) % Engines;
        while (_frames.Any(f => f?.Engine == engine)) engine++;
        if (engine == _engines.Count) _engines.Add(Boot($"engine-{engine + 1}"));
        return engine;
    }

    /// <summary>A run inside a run of the same connection: either it was refused, or it took the lease.</summary>
    private void Settle(Frame? outer, Rep rep, RunSummary summary)
    {
        if (outer is null || outer.Rep != rep.Number) return;
        if (summary.Outcome is null)
        {
            Situations.Count(Situation.LeaseHeldElsewhere);
            return;
        }

        outer.IsStale = true;
        Situations.Count(Situation.StolenLease);
    }

    private static bool IsOfKill(Exception exception) =>
        exception is KilledException || (exception.InnerException is { } inner && IsOfKill(inner));

    private void OnDatabase(SimulatedDatabase.Moment moment)
    {
        if (_frames.Count == 0 || _frames.Peek() is not { } frame) return;
        if (frame.IsKilled) throw new KilledException();
        switch (moment)
        {
            case SimulatedDatabase.Moment.Lease:
                Reach(frame, Moment.AtLease);
                if (frame.Rep != Frame.OfReader) frame.Mode = RepOf(frame.Rep).WantedMode;
                break;
            case SimulatedDatabase.Moment.Begin:
                Reach(frame, frame.Transaction);
                break;
            case SimulatedDatabase.Moment.Commit:
                Reach(frame, Moment.Any, mayAct: false);
                break;
        }
    }

    private void OnWire(SimulatedWire.Moment moment, HttpRequestMessage request)
    {
        if (moment == SimulatedWire.Moment.Lost && Wire.Late is null && _strayed is { } strayed)
        {
            _strayed = null;
            _window.Lose(strayed, request);
            return;
        }

        if (_frames.Count == 0 || _frames.Peek() is not { } frame) return;
        if (frame.IsKilled) throw new KilledException();
        switch (moment)
        {
            case SimulatedWire.Moment.BeforeRequest:
                frame.HasAsked = true;
                frame.InCall.Clear();
                frame.Call = request.Kind();
                if (request.Writes())
                {
                    (WriteCalls, WroteAt) = (WriteCalls + 1, Clock.GetUtcNow());
                    NoteUnwanted(frame, request);
                }

                Reach(frame, frame.Call);
                break;
            case SimulatedWire.Moment.Lost:
                _window.Lose(frame, request);
                Reach(frame, Moment.Any);
                break;
            case SimulatedWire.Moment.Answered:
                frame.ReadAt ??= Clock.GetUtcNow();
                _window.Lose(frame.InCall);
                Reach(frame, request.Kind() switch
                {
                    Moment.BeforeRead => Moment.AfterRead,
                    Moment.BeforeWrite => Moment.AfterWrite,
                    _ => Moment.Any,
                });
                break;
        }
    }

    /// <summary>An insert whose fate was open when the mode changed is made again; nothing else is sent.</summary>
    private void NoteUnwanted(Frame frame, HttpRequestMessage request)
    {
        if (frame.Mode == TaskSyncMode.Off || (frame.Mode == TaskSyncMode.InOnly && !request.Creates()))
            Unwanted.Add($"At {Clock.GetUtcNow():T} rep {frame.Rep} wanted {frame.Mode}, and this was sent: "
                + request.Body());
    }

    private void Reach(Frame frame, Moment moment, bool mayAct = true)
    {
        frame.Reach(moment);
        while (frame.Take(moment, s => mayAct || s.Kind == StepKind.Kill) is { } step)
        {
            switch (step.Kind)
            {
                case StepKind.Kill:
                    Trace.Add($"  @{step.At} killed");
                    frame.IsKilled = true;
                    _window.Close(frame);
                    throw new KilledException();
                case StepKind.Straggle:
                    frame.Straggles = true;
                    break;
                default:
                    Note(frame, step);
                    Do(step);
                    frame.IsAsleep = step.Kind == StepKind.Nap;
                    foreach (var part in frame.IsAsleep ? step.Parts : []) Do(part);
                    frame.IsAsleep = false;
                    break;
            }
        }
    }

    /// <summary>In the middle of one call only Salesforce's own people can act.</summary>
    private void OnSubrequest()
    {
        if (_frames.Count == 0 || _frames.Peek() is not { } frame) return;
        var moment = frame.Call == Moment.BeforeWrite ? Moment.InWrite : Moment.Any;
        frame.Reach(moment);
        while (frame.Take(moment, IsOfSalesforceUsers) is { } step)
        {
            var before = Truth.Writes.Count;
            Do(step with { Pause = 0 });
            frame.InCall.AddRange(Truth.Writes.Skip(before));
        }
    }

    private static bool IsOfSalesforceUsers(Step step) =>
        step.Kind is StepKind.ThereEdit or StepKind.ThereComplete or StepKind.ThereDelete or StepKind.ThereRevert;

    private bool TakeStraggle()
    {
        if (_frames.Count == 0 || _frames.Peek() is not { Straggles: true } frame) return false;
        frame.Straggles = false;
        _strayed = frame;
        Situations.Count(Situation.LateArrival);
        return true;
    }

    private void Note(Frame frame, Step step)
    {
        if (step.Kind == StepKind.Nap) Situations.Count(Situation.Nap);
        if (step.Kind is StepKind.HereEdit or StepKind.ThereEdit && frame.ReadAt is not null)
            Situations.Count(Situation.EditBetweenReadAndWrite);
    }

    private SimulatedEngine Boot(string name) => new(name, this, _plant);

    private SandboxInProcess Open(int port)
    {
        var dice = new Dice(Setup.OrgSeed + (ulong)port);
        var options = new SandboxOptions
        {
            Seed = "empty",
            TimeProvider = new SkewedClock(Clock, TimeSpan.FromSeconds(Setup.SkewSeconds)),
            Chance = dice.Next,
            OrganizationNumber = port,
            CustomIdField = Setup.IdField,
        };
        options.TasksPublicRead = dice.Chance(50);
        options = SandboxAssumptions.Draw(options, dice.Next);
        DeletesMoveStamps &= options.DeleteBumpsSystemModstamp || options.DeleteBumpsLastModifiedDate;
        var org = new SandboxInProcess(options);
        org.Faults.BeforeSubrequest(_ => OnSubrequest());
        Wire.Attach(port, org);
        return _orgs[port] = org;
    }

    private Rep AddRep(int number)
    {
        if (number == 0) return new Rep(0, TestStore.RepId, ThereDesk.Mara) { Mode = Setup.Mode };
        var userId = SequentialIds.Of(0xA003);
        using var db = Database.CreateDbContext();
        db.Add(TestRows.User(userId, "Jonas Lindqvist"));
        db.SaveChanges();
        return new Rep(1, userId, ThereDesk.Jonas) { Mode = Setup.Mode };
    }
}
