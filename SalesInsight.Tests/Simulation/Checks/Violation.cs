namespace SalesInsight.Tests.Simulation.Checks;

/// <summary>A promise that was not kept.</summary>
/// <param name="Checker">Who noticed.</param>
internal sealed record Violation(string Checker, string Says)
{
    public override string ToString() => $"{Checker}: {Says}";
}
