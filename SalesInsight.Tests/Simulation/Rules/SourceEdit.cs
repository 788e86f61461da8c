namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>A place in the engine's sources, and what stands there in a variant of it.</summary>
/// <param name="File">Below SalesInsight.Sync.</param>
/// <param name="Find">Occurs exactly once in the file.</param>
internal sealed record SourceEdit(string File, string Find, string Put)
{
    public int CountIn(string source) => source.Split(Find).Length - 1;

    public string Apply(string source) => source.Replace(Find, Put, StringComparison.Ordinal);
}
