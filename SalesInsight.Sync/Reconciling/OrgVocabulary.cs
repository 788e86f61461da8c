using System.Collections.Immutable;

namespace SalesInsight.Sync.Reconciling;

/// <summary>
/// The org's own words for status. Closed-ness is read from here, never from an English word (design 5.7).
/// </summary>
/// <param name="Statuses">TaskStatus rows in sort order.</param>
internal sealed record OrgVocabulary(ImmutableArray<OrgVocabulary.StatusValue> Statuses)
{
    internal sealed record StatusValue(string Label, bool IsClosed, bool IsDefault);

    /// <summary>The values of a new org (object reference, Task.Status).</summary>
    public static readonly OrgVocabulary Standard = new(
    [
        new("Not Started", false, true), new("In Progress", false, false), new("Completed", true, false),
        new("Waiting on someone else", false, false), new("Deferred", false, false),
    ]);

    // A list that lacks a kind (hidden from this user) must not stop a run: the words of a new org are tried then.
    public string FirstClosed => Statuses.FirstOrDefault(s => s.IsClosed)?.Label ?? "Completed";

    public string DefaultOpen =>
        (Statuses.FirstOrDefault(s => s is { IsDefault: true, IsClosed: false })
            ?? Statuses.FirstOrDefault(s => !s.IsClosed))?.Label ?? "Not Started";

    /// <summary>A value the list does not know counts as open: an unknown word must not complete a task.</summary>
    public bool IsClosed(string? status) => Statuses.Any(s => s.IsClosed && s.Label == status);

    public bool Equals(OrgVocabulary? other) => other is not null && Statuses.SequenceEqual(other.Statuses);

    public override int GetHashCode() => Statuses.Length;
}
