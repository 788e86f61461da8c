using System.Globalization;
using SalesInsight.Tests.Browser;

namespace SalesInsight.Tests.Crash;

/// <summary>People work on both sides while the app dies, or sleeps through its lease, at moments drawn from a seed.
/// Then it is left alone to heal, and judged by what the people did.</summary>
internal sealed class CrashRun : IAsyncDisposable
{
    private const int ActsPerLifeMax = 12;

    /// <summary>From a run's reading to the kill that took its reply along: the window the README names.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan HealLimit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AsleepFor = CrashWorld.Lease * 3 + TimeSpan.FromMilliseconds(300);

    private readonly CrashWorld _world;
    private readonly ServerProcess _app;
    private readonly Rest _restHere, _restThere;
    private readonly SideHere _here;
    private readonly SideThere _there;
    private readonly Script _script;
    private readonly Random _random;
    private readonly List<string> _story = [];
    private readonly List<long> _kills = [];
    private readonly long _startedAt = TimeProvider.System.GetTimestamp();

    private CrashRun(CrashWorld world, int seed, bool deletesHere)
    {
        (_world, _app, _random) = (world, world.AddApp(), new Random(seed));
        _restHere = new Rest(() => _app.Url, world.Token);
        _restThere = new Rest(() => world.Sandbox.Url, world.TokenThere);
        (_here, _there) = (new SideHere(_restHere), new SideThere(_restThere));
        _script = new Script(_here, _there, seed, deletesHere);
        Tell($"seed {seed}");
    }

    /// <summary>Seed, counts and how it ended; printed as it happens.</summary>
    public string Story => string.Join('\n', _story);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<CrashRun> StartAsync(int seed, bool deletesHere, bool isPublished)
    {
        var run = new CrashRun(await CrashWorld.CreateAsync(isPublished, Stop), seed, deletesHere);
        run._app.Start();
        await run._app.BeReadyAsync(Stop);
        await Patiently.UntilAsync(
            async () => (await run._here.StatusAsync(Stop)).GetProperty("firstSyncDone").GetBoolean());
        run.Tell("connected, first sync done");
        return run;
    }

    /// <summary>
    /// SIGKILL so many times, some while the app still starts, most after it has served so many acts: counted in acts
    /// and not in seconds, a slow machine kills a working app too.
    /// </summary>
    public async Task KillAsync(int times)
    {
        var inRun = 0;
        await WhileAtWorkAsync(async () =>
        {
            for (var kill = 0; kill < times; kill++)
            {
                if (_random.Next(100) < 85) await LetWorkAsync(_random.Next(ActsPerLifeMax));
                await WaitAsync(_random.Next(800));
                await _app.KillAsync();
                _kills.Add(TimeProvider.System.GetTimestamp());
                if ((await _world.LeaseAsync(Stop)).IsHeld) inRun++;
                _app.Start();
                if (kill % 20 == 19) Tell($"{kill + 1} kills");
            }
        });
        Tell($"{times} kills, {inRun} of them in the middle of a run");
    }

    /// <summary>A second app on the same database is stopped for more than three leases and continued.</summary>
    public async Task PauseAsync(int times)
    {
        var (sleeper, stolen, holding) = (_world.AddApp(), 0, 0);
        using var rest = new Rest(() => sleeper.Url, _world.Token);
        var asking = new SideHere(rest);
        sleeper.Start();
        await sleeper.BeReadyAsync(Stop);
        await WhileAtWorkAsync(async () =>
        {
            for (var pause = 0; pause < times; pause++)
            {
                await asking.AskForRunAsync(Stop);
                if (_random.Next(100) < 75) await UntilItRunsAsync(sleeper);
                await WaitAsync(_random.Next(150));
                sleeper.Pause();
                var before = await _world.LeaseAsync(Stop);
                await Task.Delay(AsleepFor, TimeProvider.System, Stop);
                var after = await _world.LeaseAsync(Stop);
                sleeper.Resume();
                if (!before.IsHeldBy(sleeper.Id)) continue;
                holding++;
                if (after.Epoch > before.Epoch) stolen++;
            }
        });
        Tell($"{times} pauses of {AsleepFor.TotalSeconds:0.0} s, {holding} while holding the lease, {stolen} of those "
            + "lost it to the other app");
    }

    /// <summary>Nobody disturbs any more: it must come to rest as the people left it.</summary>
    public async Task<IReadOnlyList<string>> HealAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        IReadOnlyList<string> differences;
        do
        {
            await _here.AskForRunAsync(Stop);
            await Task.Delay(LookAgain, TimeProvider.System, Stop);
            differences = Judgement.Differences(
                _script.Matters, await _here.ListAsync(Stop), await _there.ListAsync(Stop));
        }
        while (differences.Count > 0 && TimeProvider.System.GetElapsedTime(started) < HealLimit);

        await _script.LearnAsync(Stop);
        Tell($"{_script.Matters.Count} tasks: {_script.Did}; {_restHere.Lost} replies lost");
        Tell(string.Create(CultureInfo.InvariantCulture,
            $"healed in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s, "
            + $"{differences.Count} differences"));
        return [.. differences, .. await UnrecordedAsync(await _here.ListAsync(Stop))];
    }

    public async ValueTask DisposeAsync()
    {
        _restHere.Dispose();
        _restThere.Dispose();
        await _world.DisposeAsync();
    }

    /// <summary>
    /// Of two due dates one stands; the other one is in the history, or it was lost. One typed in Salesforce just
    /// before a kill may be: the call that overwrote it had its pre-image in a reply that nobody lived to read.
    /// Those are counted.
    /// </summary>
    private async Task<IReadOnlyList<string>> UnrecordedAsync(IReadOnlyList<SeenTask> here)
    {
        List<string> unrecorded = [];
        var inWindow = 0;
        var standing = here.ToLookup(task => task.Name, task => task.Due);
        foreach (var matter in _script.Matters.Where(m => m is { IsDeleted: false, IdHere: not null }))
        {
            var recorded = await _world.RecordedAsync(matter.IdHere!.Value, Stop);
            foreach (var day in new[] { matter.DueHere, matter.DueThere }.OfType<DateOnly>()
                .Where(day => !standing[matter.Name].Contains(day) && !recorded.Contains(SideHere.Text(day))))
            {
                if (day == matter.DueThere && IsInWindow(matter.DueThereAt)) inWindow++;
                else unrecorded.Add($"{matter.Name}: nothing tells of {SideHere.Text(day)}");
            }
        }

        Tell($"{inWindow} due dates lost in the window");
        return unrecorded;
    }

    private bool IsInWindow(long typedAt) => _kills.Any(kill =>
        kill > typedAt && TimeProvider.System.GetElapsedTime(typedAt, kill) < Window);

    private async Task WhileAtWorkAsync(Func<Task> trouble)
    {
        using var enough = new CancellationTokenSource();
        var work = _script.WorkAsync(enough.Token);
        try
        {
            await trouble();
        }
        finally
        {
            await enough.CancelAsync();
        }

        await _app.BeReadyAsync(Stop);
        await work;
    }

    private async Task LetWorkAsync(int acts)
    {
        await _app.BeReadyAsync(Stop);
        var until = _script.Acts + acts;
        for (var look = 0; look < 800 && _script.Acts < until; look++) await WaitAsync(25);
    }

    /// <summary>Until this app holds the lease, or for a second: the other one may be quicker.</summary>
    private async Task UntilItRunsAsync(ServerProcess app)
    {
        for (var look = 0; look < 40 && !(await _world.LeaseAsync(Stop)).IsHeldBy(app.Id); look++) await WaitAsync(25);
    }

    private static Task WaitAsync(int milliseconds) =>
        Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, Stop);

    private void Tell(string line)
    {
        var seconds = TimeProvider.System.GetElapsedTime(_startedAt).TotalSeconds;
        _story.Add(string.Create(CultureInfo.InvariantCulture, $"{seconds,6:0.0} s  {line}"));
        TestContext.Current.TestOutputHelper!.WriteLine(_story[^1]);
    }
}
