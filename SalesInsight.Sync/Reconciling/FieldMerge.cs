using System.Collections.Immutable;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>
/// Three-way merge, field by field. 'Edited there' is judged on the raw value against the base's raw image, never on
/// translated values.
/// </summary>
internal static class FieldMerge
{
    /// <summary>Closer than this, or on a stamp that says nothing, Salesforce counts as the newer side (design 5.9).
    /// </summary>
    public static readonly TimeSpan TieWindow = TimeSpan.FromSeconds(2);

    public static Decision Merge(
        TaskPair.Linked pair, LocalView.Present local, SalesforceView.Present salesforce, ReconcilePolicy policy)
    {
        var fields = FieldSet.Fields.Select(f => MergeField(f, pair, local, salesforce, policy)).ToImmutableArray();
        var agreed = local.Content;
        var (sent, left) = (FieldSet.None, FieldSet.None);
        foreach (var field in fields)
        {
            agreed = agreed.With(field.Field, field.Agreed);
            if (field.Sent) sent = sent.Add(field.Field);
            if (field.Left) left = left.Add(field.Field);
        }
        ImmutableArray<Conflict> losers = [.. fields.Where(f => f.Loser is not null).Select(f => f.Loser!)];
        return new(new Verdict.Keep(agreed, sent, left), Reason(pair, fields, policy), losers);
    }

    /// <summary>
    /// A raw value equal to <c>There</c> reads as <c>Here</c>; only a different one is translated. Under a template a
    /// subject is never read back.
    /// </summary>
    public static TaskContent TakeTheirs(TaskBase taskBase, SalesforceContent raw, Translation translation)
    {
        var content = taskBase.Here;
        foreach (var field in raw.DifferingFrom(taskBase.There).Each())
            if (!IsOneWay(field, translation))
                content = content.With(field, translation.Read(field, raw[field]));
        return content;
    }

    /// <summary>The rename that <see cref="TakeTheirs"/> does not take.</summary>
    public static ImmutableArray<Conflict> NotedRename(
        TaskBase taskBase, SalesforceContent raw, Translation translation) =>
        IsOneWay(TaskField.Subject, translation) && raw.Subject != taskBase.There.Subject
        && raw.Subject != translation.Render(TaskField.Subject, taskBase.Here.Subject, lastOpenStatus: null)
            ? [new(TaskField.Subject, Side.Salesforce, raw.Subject, taskBase.Here.Subject)]
            : [];

    private static bool IsOneWay(TaskField field, Translation translation) =>
        field == TaskField.Subject && !translation.Template.IsSubjectOnly;

    private static FieldOutcome MergeField(
        TaskField field, TaskPair.Linked pair, LocalView.Present local, SalesforceView.Present salesforce,
        ReconcilePolicy policy)
    {
        var (taskBase, translation) = (pair.Base, policy.Translation);
        string? ours = local.Content[field], raw = salesforce.Content[field];
        var editedHere = ours != taskBase.Here[field];
        var editedThere = raw != taskBase.There[field];
        var oneWay = IsOneWay(field, translation);
        var theirs = editedThere ? translation.Read(field, raw) : taskBase.Here[field];
        var rendered = translation.Render(field, ours, taskBase.LastOpenStatus);
        var inDoubt = taskBase.Doubt.Fields.Contains(field);
        var outcome = new FieldOutcome(field, ours, editedHere, editedThere);

        if (editedHere && pair.Parked.Contains(field) && !editedThere) return outcome with { Left = true };
        if (editedHere && !editedThere && policy.Mode == TaskSyncMode.InOnly) return outcome with { Left = true };
        if (editedThere && !editedHere && !oneWay && policy.Mode == TaskSyncMode.OutOnly)
            return outcome with { Left = true, Loser = new(field, Side.Salesforce, raw, ours) };
        if (!editedHere && !oneWay) return outcome with { Agreed = theirs };

        var send = editedHere && rendered != raw && policy.Mode != TaskSyncMode.InOnly;
        var beaten = rendered == raw ? null : new Conflict(field, Side.Salesforce, raw, ours);
        // under a template a rename there is noted, never read back (design 5.8)
        if (oneWay)
            return outcome with
            {
                Sent = send && translation.Template.CarriesSubject,
                Loser = editedThere || (editedHere && inDoubt) ? beaten : null,
            };
        if (!editedThere) return outcome with { Sent = send, Loser = inDoubt ? beaten : null };
        if (ours == theirs || rendered == raw) return outcome;
        return OursWins(field, local, salesforce, policy)
            ? outcome with { Sent = send, Loser = beaten }
            : outcome with { Agreed = theirs, Loser = new(field, Side.Local, ours, theirs) };
    }

    public static bool OursWins(
        TaskField field, LocalView.Present local, SalesforceView.Present salesforce, ReconcilePolicy policy) =>
        policy.Mode switch
        {
            TaskSyncMode.InOnly => false,
            TaskSyncMode.OutOnly => true,
            _ => policy.Conflict switch
            {
                ConflictRule.SalesInsightWins => true,
                ConflictRule.SalesforceWins => false,
                _ => local.EditedAt[field] is { } edited && salesforce.LastModified is { } modified
                    && edited - modified > TieWindow,
            },
        };

    private static ReasonCode Reason(
        TaskPair.Linked pair, ImmutableArray<FieldOutcome> fields, ReconcilePolicy policy)
    {
        var mode = policy.Mode;
        var renameOnly = fields.All(f => !f.EditedThere || IsOneWay(f.Field, policy.Translation));
        var here = fields.Any(f => f.EditedHere);
        var there = fields.Any(f => f.EditedThere);
        var lostThere = fields.Any(f => f.Loser is { LosingSide: Side.Salesforce } && f.EditedHere);
        var lostHere = fields.Any(f => f.Loser is { LosingSide: Side.Local });
        return (here, there) switch
        {
            _ when pair.Removed => ReasonCode.RestoredThere,
            _ when lostHere && lostThere => ReasonCode.ConflictWonByBoth,
            _ when lostHere => ReasonCode.ConflictWonThere,
            _ when lostThere => ReasonCode.ConflictWonHere,
            (true, true) => ReasonCode.EditedOnBothSides,
            (true, false) => mode == TaskSyncMode.InOnly ? ReasonCode.KeptInOnly : ReasonCode.EditedHere,
            (false, true) when renameOnly => ReasonCode.RenameNoted,
            (false, true) => mode == TaskSyncMode.OutOnly ? ReasonCode.NotedOutOnly : ReasonCode.EditedThere,
            (false, false) => ReasonCode.InStep,
        };
    }

    private sealed record FieldOutcome(TaskField Field, string? Agreed, bool EditedHere, bool EditedThere)
    {
        public bool Sent { get; init; }
        public bool Left { get; init; }
        public Conflict? Loser { get; init; }
    }
}
