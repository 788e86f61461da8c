namespace SalesInsight.Sandbox.Org;

/// <summary>What became of one write: an id when it was done, errors when it was refused, never both empty.</summary>
public sealed record WriteResult
{
    private WriteResult(string? id, bool created, IReadOnlyList<SandboxError> errors) =>
        (Id, Created, Errors) = (id, created, errors);

    public string? Id { get; }
    public bool Created { get; }
    public IReadOnlyList<SandboxError> Errors { get; }
    public bool Success => Errors.Count == 0;

    internal static WriteResult Done(string id, bool created = false) => new(id, created, []);

    internal static WriteResult Refused(params IReadOnlyList<SandboxError> errors) => new(null, false, errors);

    /// <summary>Several records carry the external id: their ids, nothing written (REST answers 300).</summary>
    public IReadOnlyList<string> Ambiguous { get; private init; } = [];

    internal static WriteResult ManyMatch(IReadOnlyList<string> ids) =>
        Refused(SandboxErrors.DuplicateExternalId()) with { Ambiguous = ids };
}
