using System.Collections.Immutable;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>
/// How to switch a rule off: production code has no switch, so its sources are edited and built again.
/// </summary>
/// <param name="Demands">What the rule asks for, in a sentence.</param>
internal sealed record RuleSwitch(Rule Rule, string Demands, params ImmutableArray<SourceEdit> Edits)
{
    /// <summary>
    /// Rules that cover for this one: they are switched off with it, and its script is green with them off alone.
    /// </summary>
    public ImmutableArray<Rule> CoveredBy { get; init; } = [];
}
