using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>The laws for tasks without a link: made here, found there, or two that are plainly one.</summary>
internal static class UnlinkedLaws
{
    public static IReadOnlyList<Law> All { get; } =
    [
        new("total", j => Enum.IsDefined(j.Decision.Reason)),
        new("settles", j => j.Next(j.After()).Operation is Operation.Nothing),
        new("the first sync writes nothing there", j => j.At.Pair is TaskPair.LocalOnly { Outbound: true }
            ? null
            : !j.Writes),
        new("in only writes nothing there", j => j.Mode == TaskSyncMode.InOnly ? !j.Writes : null),
        new("out only brings no task in", j => j is { Mode: TaskSyncMode.OutOnly, At.Pair: TaskPair.SalesforceOnly }
            ? j.Operation is Operation.Nothing
            : null),
        new("off does nothing", j => j.Mode == TaskSyncMode.Off ? j.Operation is Operation.Nothing : null),
        new("made here goes out whole", MadeHere),
        new("found there comes in whole", FoundThere),
        new("adoption takes theirs whole", Adoption),
        new("adoption lists what it replaces", j => Matched(j) is { } pair && j.Keep is { } keep
            ? pair.Local.Content.DifferingFrom(keep.Agreed).Each()
                .Select(f => new Conflict(f, Side.Local, pair.Local.Content[f], keep.Agreed[f]))
                .SequenceEqual(j.Decision.Conflicts)
            : null),
        new("after Keep both hold the same", BothHoldTheSame),
    ];

    private static TaskPair.Matched? Matched(Judged j) => j.At.Pair as TaskPair.Matched;

    private static bool? MadeHere(Judged j) => j.At.Pair switch
    {
        TaskPair.LocalOnly { Outbound: true, Local: LocalView.Present x } when j.Mode.HasFlag(TaskSyncMode.OutOnly) =>
            j.Operation is Operation.Create && j.Keep!.Agreed == x.Content && j.Keep.Sent == FieldSet.All,
        TaskPair.LocalOnly => j.Operation is Operation.Nothing,
        _ => null,
    };

    private static bool? FoundThere(Judged j) =>
        j.At.Pair is TaskPair.SalesforceOnly pair && j.Mode.HasFlag(TaskSyncMode.InOnly)
            ? j.Operation is Operation.CommitHere && j.Decision.Reason == ReasonCode.CreatedThere
                && FieldSet.Fields.All(f => j.Keep!.Agreed[f] == j.Translation.Read(f, pair.Salesforce.Content[f]))
            : null;

    private static bool? Adoption(Judged j)
    {
        if (Matched(j) is not { } pair || j.Mode == TaskSyncMode.Off) return null;
        if (j.Keep is not { Sent.IsEmpty: true } keep || j.Decision.Reason != ReasonCode.Adopted) return false;
        var (ours, raw) = (pair.Local.Content, pair.Salesforce.Content);
        return FieldSet.Fields.All(f => keep.Agreed[f] == (j.Translation.Render(f, ours[f], null) == raw[f]
            ? ours[f]
            : j.Translation.Read(f, raw[f])));
    }

    private static bool? BothHoldTheSame(Judged j)
    {
        if (j.Keep is not { } keep) return null;
        return j.After() is TaskPair.Linked { Local: LocalView.Present ours, Salesforce: SalesforceView.Present raw } x
            && ours.Content == keep.Agreed && x.Base.Here == keep.Agreed && x.Base.There == raw.Content;
    }
}
