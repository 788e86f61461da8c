using System.Collections.Immutable;

namespace SalesInsight.Tests.Simulation;

/// <summary>How a world is set up, and all that happens in it.</summary>
internal sealed record Script(WorldSetup Setup, ImmutableArray<Step> Steps)
{
    public int Length => Steps.Sum(s => 1 + s.Parts.Length);
}
