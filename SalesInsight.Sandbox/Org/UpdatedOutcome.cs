namespace SalesInsight.Sandbox.Org;

/// <summary>Answer of getUpdated; <see cref="Error"/> when it was refused.</summary>
internal sealed record UpdatedOutcome(
    IReadOnlyList<string> Ids, DateTimeOffset LatestDateCovered, SandboxError? Error = null)
{
    internal UpdatedOutcome(SandboxError error) : this([], default, error)
    {
    }
}
