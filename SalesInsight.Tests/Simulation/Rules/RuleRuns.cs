using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>Runs scripts over a variant of the engine. The methods that are called there speak in strings.</summary>
internal sealed class RuleRuns(string template)
{
    private readonly VariantSources _sources = new();

    /// <summary>Who notices when the script is run with these rules off; by name, each once.</summary>
    public IReadOnlyList<string> Noticed(IEnumerable<Rule> off, string scriptPath) =>
        In<string[]>(off, Replay, scriptPath, template);

    /// <summary>Looks for a seed that is red with these rules off; its script, shrunk, is written to a file.</summary>
    /// <returns>A line that tells what was found.</returns>
    public string Find(IEnumerable<Rule> off, string from, string count, string path) =>
        In<string>(off, Search, from, count, template, path);

    /// <summary>A script's story with these rules off.</summary>
    public string Tell(IEnumerable<Rule> off, string scriptPath) => In<string>(off, Story, scriptPath, template);

    private T In<T>(IEnumerable<Rule> off, Delegate method, params object[] values)
    {
        var variant = new VariantContext(_sources.Build(RuleTable.Edits(off)));
        try
        {
            return variant.Call<T>(method, values);
        }
        finally
        {
            variant.Unload();
        }
    }

    private static string[] Replay(string scriptPath, string template)
    {
        using var simulator = new Simulator(template);
        var outcome = simulator.Run(BrokenScript.Read(scriptPath).Script);
        return [.. outcome.Violations.Select(v => v.Checker).Distinct()];
    }

    private static string Story(string scriptPath, string template)
    {
        using var simulator = new Simulator(template);
        var outcome = simulator.Run(BrokenScript.Read(scriptPath).Script, keepsLines: true);
        return string.Join('\n', outcome.Lines.Concat(outcome.Violations.Select(v => v.ToString())));
    }

    private static string Search(string from, string count, string template, string path)
    {
        using var simulator = new Simulator(template);
        var first = ulong.Parse(from);
        for (var seed = first; seed < first + ulong.Parse(count); seed++)
        {
            var script = new ScriptWriter(seed).Draw();
            if (simulator.Run(script).Violations is not [var violation, ..]) continue;
            var shortest = Shrinker.Shrink(
                script, s => simulator.Run(s).Violations.Any(v => v.Checker == violation.Checker));
            new BrokenScript(violation.Says, violation.Checker, seed, shortest).Write(path);
            return $"seed {seed}: {violation}";
        }

        return $"nobody noticed in {count} seeds";
    }
}
