namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>One sentence about the core, and a way to find out.</summary>
/// <param name="Contradiction">Null when the core does what the sentence says, else what it did instead.</param>
internal sealed record Claim(string Says, Func<Core, string?> Contradiction)
{
    public static Claim Of<T>(string says, T expected, Func<Core, T> ask) => new(says, core =>
        ask(core) is var found && EqualityComparer<T>.Default.Equals(found, expected)
            ? null
            : $"{says}: expected {expected}, found {found}");

    public override string ToString() => Says;
}
