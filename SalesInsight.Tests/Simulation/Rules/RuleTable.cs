using System.Collections.Immutable;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>Every rule of the model: how to switch it off, or why that shows nothing.</summary>
internal static class RuleTable
{
    public static readonly string Folder =
        Path.Combine(SourceTree.Root, "SalesInsight.Tests", "Simulation", "Rules", "Scripts");

    public static ImmutableArray<RuleSwitch> Switches { get; } =
    [
        .. SwitchesOfRuns.All, .. SwitchesOfReading.All, .. SwitchesOfDeciding.All, .. SwitchesOfSettling.All,
        .. SwitchesOfCreating.All,
    ];

    /// <summary>Rules that are not switched off, and why.</summary>
    public static ImmutableDictionary<Rule, string> Exceptions { get; } =
        ImmutableDictionary<Rule, string>.Empty.Add(
            Rule.LookAgain,
            "Only makes it sooner here: a task that changed is staged by its version, an open one is read by id hourly,"
                + " a tombstone daily, and what people there change moves a stamp. The model has only this.");

    public static RuleSwitch Of(Rule rule) => Switches.Single(s => s.Rule == rule);

    public static string ScriptPath(Rule rule) => Path.Combine(Folder, $"{rule}.json");

    /// <summary>The edits of these rules together.</summary>
    public static ImmutableArray<SourceEdit> Edits(params IEnumerable<Rule> rules) =>
        [.. rules.SelectMany(r => Of(r).Edits).Distinct()];
}
