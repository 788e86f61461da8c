using System.Collections.Concurrent;
using System.Diagnostics;
using SalesInsight.Tests.House;
using SalesInsight.Tests.Simulation.Checks;

namespace SalesInsight.Tests.Simulation;

/// <summary>Many seeds, shared between workers; what failed is shrunk and written to artifacts/simulation.</summary>
internal sealed class SeedBatch(ulong from, int count, bool isTwice, string template)
{
    private const int ShrunkMax = 20;

    /// <summary>A run of hours says now and then how far it is: what is cut off counts up to there.</summary>
    private const int ToldEvery = 1_000;

    private readonly ConcurrentBag<(ulong Seed, Violation Violation)> _violations = [];
    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _next;
    private int _unrepeatable;
    private int _done;

    public IReadOnlyCollection<(ulong Seed, Violation Violation)> Violations => _violations;

    /// <summary>Seeds whose second run was not the first one again.</summary>
    public int Unrepeatable => _unrepeatable;

    public Situations Situations { get; } = new();

    public void Run(int workers, Action<string> say)
    {
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() => Work(say))).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }

    private void Work(Action<string> say)
    {
        using var simulator = new Simulator(template);
        var seen = new Situations();
        for (int at; (at = Interlocked.Increment(ref _next)) <= count;)
            Work(simulator, from + (ulong)at - 1, seen, say);
        lock (_gate) Situations.Add(seen);
    }

    private void Work(Simulator simulator, ulong seed, Situations seen, Action<string> say)
    {
        var script = new ScriptWriter(seed).Draw();
        var outcome = simulator.Run(script);
        seen.Add(outcome.Situations);
        if (isTwice && simulator.Run(script).Trace != outcome.Trace)
        {
            Interlocked.Increment(ref _unrepeatable);
            say($"seed {seed}: the second run was another one");
        }

        foreach (var violation in outcome.Violations.DistinctBy(v => v.Checker))
        {
            _violations.Add((seed, violation));
            say($"seed {seed}: {violation}");
            if (_violations.Count <= ShrunkMax) Keep(simulator, seed, script, violation);
        }

        var done = Interlocked.Increment(ref _done);
        if (done % ToldEvery != 0) return;
        say($"{done} done in {_clock.Elapsed.TotalSeconds:F0} s, "
            + $"{_violations.Count} violations, {_unrepeatable} not repeatable");
    }

    private static void Keep(Simulator simulator, ulong seed, Script script, Violation violation)
    {
        var shortest = Shrinker.Shrink(
            script, s => simulator.Run(s).Violations.Any(v => v.Checker == violation.Checker));
        var folder = Directory.CreateDirectory(Path.Combine(SourceTree.Root, "artifacts", "simulation"));
        new BrokenScript(violation.Says, violation.Checker, seed, shortest)
            .Write(Path.Combine(folder.FullName, $"{violation.Checker}-{seed}.json"));
    }
}
