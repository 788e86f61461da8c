namespace SalesInsight.Tests.Fuzz;

/// <summary>One border after the other and nothing beside them, so that time and memory are theirs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FuzzCollection
{
    public const string Name = "fuzz";
}
