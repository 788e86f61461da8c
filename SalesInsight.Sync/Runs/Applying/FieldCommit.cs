using System.Collections.Immutable;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Applying;

/// <summary>
/// Local transaction (3) for a pull or an update, field by field, against the row as it is now: what the user changed
/// since staging keeps their value and becomes a fresh edit (rebase); a change of theirs that meets it is not applied
/// but decided again, since the user has not seen it. Pure.
/// </summary>
internal static class FieldCommit
{
    /// <param name="push">Null for a pull.</param>
    /// <param name="preImage">The record just before our write; null when it was not shown.</param>
    public static Applied Apply(
        RowPlan plan, StagedTask fresh, Push? push, SalesforceTask? preImage, RunFacts facts)
    {
        if (fresh.Link is not { } link) return Applied.Unchanged;
        if (plan.Row.Task.IsDeleted) return Revive(plan, fresh, link, facts);

        var state = new State(fresh.Task, link.Base, plan, push, preImage, facts);
        foreach (var field in FieldSet.Fields)
            if (!plan.Left.Contains(field)) state.Commit(field);
        return state.Finish(link, fresh.Task);
    }

    /// <summary>Theirs lives on: the deletion here is taken back (edit wins, or restored there).</summary>
    private static Applied Revive(RowPlan plan, StagedTask fresh, TaskLink link, RunFacts facts)
    {
        if (fresh.Task.Version != plan.Row.Task.Version)
            return new Applied(null, link with { LookAgain = true }, null);
        var task = fresh.Task with
        {
            Content = plan.Agreed, DeletedAt = null, DeletedByUser = false, Version = fresh.Task.Version + 1,
        };
        var revived = LinkChanges.Observed(link, plan.Sighting, facts.Now) with
        {
            State = LinkState.Active,
            Base = new TaskBase(
                plan.Agreed, plan.Raw, facts.Policy.Translation.LastOpen(plan.Raw.Status, link.Base.LastOpenStatus)),
            LocalVersion = task.Version,
            LookAgain = false,
            Reason = plan.Decision.Reason,
            ReasonAt = facts.Now,
        };
        return new Applied(task, revived, new(
            DecisionOutcome.CameIn, plan.Decision.Reason, FieldSet.All, plan.Decision.Conflicts, []));
    }

    /// <summary>The row while its fields are committed one after the other.</summary>
    private sealed class State(
        ReminderTask current, TaskBase taskBase, RowPlan plan, Push? push, SalesforceTask? preImage, RunFacts facts)
    {
        private readonly Translation _translation = facts.Policy.Translation;
        private readonly ImmutableArray<Conflict>.Builder _losers = ImmutableArray.CreateBuilder<Conflict>();
        private TaskContent _content = current.Content;
        private TaskBase _base = taskBase;
        private FieldSet _decidedAgain = FieldSet.None;

        public void Commit(TaskField field)
        {
            var sent = push?.Fields.Contains(field) == true;
            string? agreed = plan.Agreed[field], staged = plan.Row.Task.Content[field], raw = plan.Raw[field];
            var moved = current.Content[field] != staged;
            var foreign = !sent && (agreed != staged || raw != _base.There[field]);
            if (foreign && (moved || current.IsDeleted))
            {
                _decidedAgain = _decidedAgain.Add(field);
                return;
            }
            if (push is null) _losers.AddRange(plan.Decision.Conflicts.Where(c => c.Field == field));
            _base = _base with
            {
                Here = _base.Here.With(field, agreed),
                There = _base.There.With(field, sent ? push!.Sent[field] : raw),
                Doubt = _base.Doubt with { Fields = _base.Doubt.Fields.Remove(field) },
            };
            var write = !current.IsDeleted && !moved;
            if (write) _content = _content.With(field, agreed);
            if (sent) SettleOverwritten(field, raw);
        }

        /// <summary>What the pre-image shows and the write replaced is a loser; where the rule gives it to Salesforce
        /// it is taken here, and the next run puts it back there.</summary>
        private void SettleOverwritten(TaskField field, string? stagedRaw)
        {
            if (preImage is null) return;
            var before = preImage.Content[field];
            if (before == stagedRaw || before == push!.Sent[field]) return;
            _losers.Add(new Conflict(field, Side.Salesforce, before, plan.Agreed[field]));

            // a raw value equal to the base's reads as the base: long details are not cut by coming back
            var known = plan.Row.Link?.Base;
            var back = before == known?.There[field] ? known?.Here[field] : _translation.Read(field, before);
            var oneWay = field == TaskField.Subject && !_translation.Template.IsSubjectOnly;
            var local = new LocalView.Present(_content, current.EditedAt.Shifted(facts.ClockOffset));
            var theirs = new SalesforceView.Present(preImage.Content, preImage.LastModifiedDate);
            if (current.IsDeleted || oneWay || back == _content[field]
                || FieldMerge.OursWins(field, local, theirs, facts.Policy)) return;
            _losers.Add(new Conflict(field, Side.Local, _content[field], back));
            _content = _content.With(field, back);
            if (field == TaskField.Status)
                _base = _base with { LastOpenStatus = _translation.LastOpen(before, _base.LastOpenStatus) };
        }

        public Applied Finish(TaskLink link, ReminderTask row)
        {
            var changed = _content.DifferingFrom(row.Content);
            var task = changed.IsEmpty ? null : row with { Content = _content, Version = row.Version + 1 };
            var settled = _decidedAgain.IsEmpty && !row.IsDeleted && _content == _base.Here;
            _base = _base with
            {
                LastOpenStatus = _translation.LastOpen(_base.There.Status, _base.LastOpenStatus),
                Doubt = _base.Doubt with { Delete = false },
            };
            var observed = push is null
                ? LinkChanges.Observed(link, plan.Sighting, facts.Now)
                : link with { Touch = null, LastModified = null };
            var next = observed with
            {
                State = LinkState.Active,
                Base = _base,
                LocalVersion = settled ? (task ?? row).Version : 0,
                LookAgain = !_decidedAgain.IsEmpty,
                Reason = Reason(),
                ReasonAt = facts.Now,
            };
            return new Applied(task, next, Entry(row, changed));
        }

        private ReasonCode Reason() => _losers.Any(l => l.LosingSide == Side.Salesforce) && push is not null
            && plan.Decision.Reason == ReasonCode.EditedHere
                ? ReasonCode.ConflictWonHere
                : plan.Decision.Reason;

        private Applied.LedgerEntry? Entry(ReminderTask row, FieldSet changed)
        {
            var losers = _losers.ToImmutable();
            var fields = changed.Union(push?.Fields ?? FieldSet.None);
            if (fields.IsEmpty && losers.IsEmpty) return null;
            var outcome = push is not null ? DecisionOutcome.SentOut
                : changed.IsEmpty ? DecisionOutcome.Noted : DecisionOutcome.CameIn;
            var shown = push is null ? changed : fields;
            var changes = shown.Each().Select(f => new DecisionContent.Change(
                f, push is null ? row.Content[f] : plan.Row.Link?.Base.Here[f], _content[f]));
            return new(outcome, Reason(), fields, losers, [.. changes]);
        }
    }
}
