using SalesInsight.Tests.Simulation.Checks;

namespace SalesInsight.Tests.Simulation;

/// <summary>What became of one script.</summary>
/// <param name="Trace">Everything that happened, as 16 hexadecimal digits.</param>
/// <param name="Lines">The trace to read, when it was asked for.</param>
internal sealed record Outcome(
    IReadOnlyList<Violation> Violations, string Trace, Situations Situations, IReadOnlyList<string> Lines);
