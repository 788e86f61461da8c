namespace SalesInsight.Sandbox.Org;

/// <summary>Answer of getDeleted; <see cref="Error"/> when it was refused.</summary>
internal sealed record DeletedOutcome(
    IReadOnlyList<(string Id, DateTimeOffset DeletedDate)> Deleted, DateTimeOffset EarliestDateAvailable,
    DateTimeOffset LatestDateCovered, SandboxError? Error = null)
{
    internal DeletedOutcome(SandboxError error) : this([], default, default, error)
    {
    }
}
