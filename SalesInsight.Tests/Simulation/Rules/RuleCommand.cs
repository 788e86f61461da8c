namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>
/// <c>rule NAME COUNT FROM</c> looks for a seed that is red with the rule off and keeps its script, shrunk;
/// <c>rule NAME [FILE]</c> tells the story of its kept script, or of another one, with the rule off (<c>A+B</c>: with
/// both off); <c>rule all</c> lists who notices what.
/// </summary>
internal static class RuleCommand
{
    /// <returns>Null when the arguments mean nothing.</returns>
    public static int? Run(string[] args, string template)
    {
        var runs = new RuleRuns(template);
        Rule[] off = args is [] or ["all"] ? [] : [.. args[0].Split('+').Select(name => Enum.Parse<Rule>(name))];
        switch (args)
        {
            case ["all"]:
                foreach (var rule in RuleTable.Switches)
                    Console.WriteLine($"{rule.Rule}: {string.Join(", ", Noticed(runs, rule))}");
                return 0;
            case [var name, var count, var from]:
                Console.WriteLine($"{name}: {runs.Find(off, from, count, RuleTable.ScriptPath(off[0]))}");
                return 0;
            case [_]:
                Console.WriteLine(runs.Tell(off, RuleTable.ScriptPath(off[0])));
                return 0;
            case [_, var path]:
                Console.WriteLine(runs.Tell(off, path));
                return 0;
            default:
                return null;
        }
    }

    private static IReadOnlyList<string> Noticed(RuleRuns runs, RuleSwitch rule) =>
        runs.Noticed([rule.Rule, .. rule.CoveredBy], RuleTable.ScriptPath(rule.Rule));
}
