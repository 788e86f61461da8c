using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Tests.Sync.Reconciling.Mutants;

/// <summary>Faults about what is ours, and about which two tasks are one.</summary>
internal static class OriginFaults
{
    public static IEnumerable<Mutant> All =>
    [
        Mutant.Reads("masters of series are imported", r => r with { IsRecurrence = false }),
        Mutant.Reads("archived tasks are imported", r => r with { IsArchived = false }),
        Mutant.Reads("tasks of another install are imported", r => r with { ExternalId = null }),
        Mutant.Reads("logged emails and calls are imported", r => r with { TaskSubtype = "Task" }),
        Mutant.Reads("what was logged at once is imported", r => r with { CompletedDateTime = null }),
        Mutant.Reads("the 60 s of a logged task are 59", r =>
            r with { CompletedDateTime = r.CompletedDateTime?.AddSeconds(1) }),
        Mutant.Reads("the 60 s of a logged task are 61", r =>
            r with { CompletedDateTime = r.CompletedDateTime?.AddSeconds(-1) }),
        Mutant.Reads("an open call counts as logged", r => r with { IsClosed = true }),
        Mutant.Reads("a linked task is judged like a new one", r => r with { IsLinked = false }),
        Mutant.Reads("a new task is judged like a linked one", r => r with { IsLinked = true }),
        Mutant.Reads("no subtype is a strange subtype", r =>
            r with { TaskSubtype = r.TaskSubtype ?? "none", IsClosed = r.IsClosed || r.TaskSubtype is null }),
        new("everybody's tasks are ours", core => core with
        {
            NotOurs = (record, _, prefix) => core.NotOurs(record, record.OwnerId ?? "", prefix),
        }),
        new("our own id counts as another install's", core => core with
        {
            NotOurs = (record, user, _) => core.NotOurs(record, user, "x"),
        }),
        new("our own id is compared by case", core => core with
        {
            NotOurs = (record, user, prefix) => record.ExternalId?.StartsWith(prefix, StringComparison.Ordinal) == false
                ? ReasonCode.NotOursInstall
                : core.NotOurs(record, user, prefix),
        }),
        Mutant.Compares("adoption ignores the due date", (subject, _, person) => (subject, null, person)),
        Mutant.Compares("adoption ignores the person", (subject, due, _) => (subject, due, null)),
        Mutant.Compares("adoption ignores the subject", (_, due, person) => ("x", due, person)),
        Mutant.Compares("adoption compares case", (subject, due, person) => (
            string.Concat((subject ?? "").Select(c => char.IsUpper(c) ? $"^{c}" : $"{c}")), due, person)),
        Mutant.Compares("adoption compares blanks", (subject, due, person) =>
            (subject?.Replace(' ', '_'), due, person)),
        Mutant.Compares("adoption links empty subjects", (subject, due, person) => (
            string.IsNullOrWhiteSpace(subject) ? "empty" : subject, due, person)),
        new("adoption takes the first of several here", core => core with
        {
            Adopt = (local, salesforce) =>
                core.Adopt([.. local.DistinctBy(c => AdoptionMatch.Normalised(c.Subject))], salesforce),
        }),
        new("adoption takes the first of several there", core => core with
        {
            Adopt = (local, salesforce) =>
                core.Adopt(local, [.. salesforce.DistinctBy(c => AdoptionMatch.Normalised(c.Subject))]),
        }),
        new("adoption links by position", core => core with
        {
            Adopt = (local, salesforce) =>
                [.. local.Zip(salesforce, (a, b) => new AdoptionMatch.Match(a.Id, b.Id))],
        }),
    ];
}
