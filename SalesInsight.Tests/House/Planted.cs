namespace SalesInsight.Tests.House;

/// <summary>A breach and its harmless neighbour, at the same path unless the neighbour has one of its own.</summary>
internal sealed record Planted(string Rule, string Path, string Bad, string Good, string? GoodPath = null)
{
    public SourceFile BadFile => new(Path, Bad);

    public SourceFile GoodFile => new(GoodPath ?? Path, Good);
}
