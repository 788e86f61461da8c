using System.Diagnostics;
using System.Reflection;
using SalesInsight.Tests.Simulation.Planted;
using SalesInsight.Tests.Simulation.Rules;
using SalesInsight.Tests.Support;
using SQLitePCL;

namespace SalesInsight.Tests.Simulation;

/// <summary>
/// <c>dotnet run -c Release --project SalesInsight.Tests -- simulate COUNT FROM [once]</c> runs so many seeds, each
/// twice unless told once, on all cores, and prints commit, seeds, seeds per second and how often each situation
/// occurred. <c>-- show SEED</c> prints one seed's story; <c>-- replay FILE</c> that of a kept script;
/// <c>-- plant CHECKER COUNT FROM</c> who notices the fault planted for a checker.
/// </summary>
internal static class SimulationCommand
{
    /// <summary>Each required situation at least so often in <see cref="PerSeeds"/> seeds.</summary>
    private const int OftenEnough = 1_000, PerSeeds = 100_000;

    private static string Commit => Assembly.GetExecutingAssembly()
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[^1] ?? "unknown";

    /// <returns>Null when the arguments are not for us, else the exit code.</returns>
    public static async Task<int?> TryRunAsync(string[] args)
    {
        if (args is not ["simulate" or "show" or "replay" or "plant" or "rule", ..]) return null;
        LetWorkersApart();
        var template = await TemporaryDatabase.TemplateAsync();
        return args switch
        {
            ["simulate", var count, var from, .. var rest] =>
                Run(int.Parse(count), ulong.Parse(from), isTwice: rest is not ["once"], template),
            ["show", var seed] => Show(new ScriptWriter(ulong.Parse(seed)).Draw(), template),
            ["show", var seed, var planted] =>
                Show(new ScriptWriter(ulong.Parse(seed)).Draw(), template, Plants.ByChecker[planted]),
            ["plant", var checker, var count, var from] =>
                Plant(checker, int.Parse(count), ulong.Parse(from), template),
            ["rule", .. var rest] => RuleCommand.Run(rest, template),
            ["replay", var file, var planted] =>
                Show(BrokenScript.Read(file).Script, template, Plants.ByChecker[planted]),
            ["replay", var file] => Show(BrokenScript.Read(file).Script, template),
            _ => null,
        };
    }

    /// <summary>Each worker has a connection of its own; SQLite's locks and its count of memory would be shared.
    /// </summary>
    private static void LetWorkersApart()
    {
        Batteries_V2.Init();
        raw.sqlite3_shutdown();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        raw.sqlite3_initialize();
    }

    private static int Run(int count, ulong from, bool isTwice, string template)
    {
        var last = from + (ulong)count - 1;
        Console.WriteLine($"commit {Commit}, seeds {from} to {last}, each {(isTwice ? "twice" : "once")}");
        var clock = Stopwatch.StartNew();
        var batch = new SeedBatch(from, count, isTwice, template);
        batch.Run(Environment.ProcessorCount, Console.WriteLine);
        Console.WriteLine(
            $"{count} seeds in {clock.Elapsed.TotalSeconds:F0} s, {count / clock.Elapsed.TotalSeconds:F1} seeds/s, "
            + $"{batch.Violations.Count} violations, {batch.Unrepeatable} not repeatable");
        var isRare = false;
        foreach (var situation in Enum.GetValues<Situation>())
        {
            var isRequired = Situations.Required.Contains(situation);
            var tooRare = isRequired && batch.Situations[situation] * PerSeeds < (long)OftenEnough * count;
            isRare |= tooRare;
            var note = tooRare ? " (required, TOO RARE)" : isRequired ? " (required)" : "";
            Console.WriteLine($"{batch.Situations[situation],9} {situation}{note}");
        }

        return isRare || batch.Violations.Count > 0 || batch.Unrepeatable > 0 ? 1 : 0;
    }

    /// <summary>Who notices a planted fault, seed by seed.</summary>
    private static int Plant(string checker, int count, ulong from, string template)
    {
        using var simulator = new Simulator(template);
        var noticed = 0;
        for (var seed = from; seed < from + (ulong)count; seed++)
        {
            var outcome = simulator.Run(new ScriptWriter(seed).Draw(), Plants.ByChecker[checker]);
            if (outcome.Violations.Count == 0) continue;
            noticed++;
            Console.WriteLine($"{seed}: {string.Join(", ", outcome.Violations.Select(v => v.Checker).Distinct())}");
        }

        return noticed == 0 ? 1 : 0;
    }

    private static int Show(Script script, string template, Plant? plant = null)
    {
        using var simulator = new Simulator(template);
        Console.WriteLine(script.Setup);
        var outcome = simulator.Run(script, plant, keepsLines: true);
        foreach (var line in outcome.Lines) Console.WriteLine(line);
        foreach (var violation in outcome.Violations) Console.WriteLine(violation);
        Console.WriteLine($"trace {outcome.Trace}, again {simulator.Run(script, plant).Trace}");
        return outcome.Violations.Count;
    }
}
