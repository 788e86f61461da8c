using SalesInsight.Tests.Simulation.Checks;
using SalesInsight.Tests.Simulation.People;
using SalesInsight.Tests.Simulation.Planted;
using SalesInsight.Tests.Simulation.World;

namespace SalesInsight.Tests.Simulation;

/// <summary>Runs scripts one after the other.</summary>
/// <param name="templatePath">A migrated database with an admin and a rep.</param>
internal sealed class Simulator(string templatePath) : IDisposable
{
    private const int RoundsMax = 9;

    /// <summary>What waits for a record out of sight waits for good; all else is settled by then.</summary>
    private const int RoundsForOpenEnds = 3;

    /// <summary>The hourly reading, the longest retry and the longest deadline all fit in.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(65);

    /// <summary>Once a day delete logs are read, and reps for whom an org reader looks out look for themselves.
    /// </summary>
    private static readonly TimeSpan DailyRound = TimeSpan.FromHours(25);

    /// <summary>Completed tasks that came back into sight are found within a week.</summary>
    private static readonly TimeSpan WeeklyRound = TimeSpan.FromDays(7) + Round;

    private readonly SimulatedDatabase _database = new(templatePath);

    /// <summary>Runs a script, lets everything heal, and looks.</summary>
    public Outcome Run(Script script, Plant? plant = null, bool keepsLines = false)
    {
        using var trace = new Trace(keepsLines);
        using var world = new SimulatedWorld(script.Setup, _database, trace, plant ?? Plant.Nothing);
        foreach (var step in script.Steps) world.Do(step);
        var look = Heal(world);
        var violations = Checker.All.SelectMany(c => c.Check(look)).ToList();
        trace.Add(look.State);
        foreach (var violation in violations) trace.Add(violation.ToString());
        return new Outcome(violations, trace.Hash, world.Situations, trace.Lines);
    }

    public void Dispose() => _database.Dispose();

    /// <summary>Runs until one round of runs finds nothing to do: that round is the last look.</summary>
    private static LastLook Heal(SimulatedWorld world)
    {
        world.Trace.Add("healing");
        world.Admin.Heal();
        RunAll(world);
        if (world.Truth.Things.Any(t => t is { WasHidden: true, IsOpenEnough: false })) RunAll(world, WeeklyRound);
        else if (!world.DeletesMoveStamps) RunAll(world, DailyRound);
        for (var round = 1; ; round++)
        {
            var (before, writes) = (StateOf(world), world.WriteCalls);
            RunAll(world);
            var after = StateOf(world);
            writes = world.WriteCalls - writes;
            var isSettled = after == before && (round >= RoundsForOpenEnds || !world.Admin.IsUnfinished());
            if (!(isSettled && writes == 0) && round < RoundsMax) continue;
            return new LastLook(world) { IsSettled = isSettled, WritesAtTheEnd = writes, State = after };
        }
    }

    private static void RunAll(SimulatedWorld world)
    {
        RunAll(world, Round);
        if (world.Setup.HasOrgReader) RunAll(world, DailyRound);
    }

    private static void RunAll(SimulatedWorld world, TimeSpan after)
    {
        world.Advance(after);
        world.Admin.Reconnect();
        if (world.Setup.HasOrgReader) world.ReadOrg();
        foreach (var rep in world.Reps) world.Run(rep);
    }

    private static string StateOf(SimulatedWorld world) => string.Join('\n',
    [
        .. RowHere.All(world.Database.Connection).Select(r => r.ToString()),
        .. world.Orgs.SelectMany(RecordThere.All).Select(r => r.ToString()),
    ]);
}
