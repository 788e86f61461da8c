using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SalesInsight.Sync.Reconciling;

/// <summary>
/// Which two existing tasks are plainly one: same normalised subject, due date and person, and the only one of its kind
/// on either side (design 5.14). What it finds is still a proposal: a person confirms it in the plan. Pure.
/// </summary>
internal static partial class AdoptionMatch
{
    /// <summary>Only what is compared.</summary>
    internal sealed record Candidate<TId>(TId Id, string? Subject, DateOnly? DueDate, string? PersonId);

    internal sealed record Match(Guid TaskId, string SalesforceId);

    public static ImmutableArray<Match> Find(
        IEnumerable<Candidate<Guid>> local, IEnumerable<Candidate<string>> salesforce)
    {
        var theirs = Unique(salesforce);
        return [.. Unique(local)
            .Where(ours => theirs.ContainsKey(ours.Key))
            .Select(ours => new Match(ours.Value, theirs[ours.Key]))
            .OrderBy(m => m.TaskId)];
    }

    /// <summary>Trimmed, runs of white space as one blank, case ignored.</summary>
    public static string Normalised(string? subject) =>
        WhiteSpace().Replace(subject ?? "", " ").Trim().ToUpperInvariant();

    // An empty subject says nothing, so it never matches.
    private static Dictionary<Key, TId> Unique<TId>(IEnumerable<Candidate<TId>> candidates) => candidates
        .GroupBy(c => new Key(Normalised(c.Subject), c.DueDate, c.PersonId))
        .Where(group => group.Key.Subject.Length > 0 && group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single().Id);

    private sealed record Key(string Subject, DateOnly? DueDate, string? PersonId);

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
