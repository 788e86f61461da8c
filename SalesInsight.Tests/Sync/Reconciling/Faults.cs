using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Tests.Sync.Reconciling.Mutants;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>
/// Named faults of the core. Each must be killed by a law or a table row that is green without it; a fault that lives
/// is a rule nobody tests.
/// </summary>
internal static class Faults
{
    public static IReadOnlyList<Mutant> All { get; } =
    [
        .. Conflicts, .. Losers, .. Waiting, .. Images, .. Templates, .. DeleteFaults.All, .. ModeFaults.All,
        .. PlanFaults.All, .. OriginFaults.All,
    ];

    private static IEnumerable<Mutant> Conflicts =>
    [
        Mutant.SeesOurs("newest: the border of the tie is ours", (l, _) => Later(l, 0.001)),
        Mutant.SeesOurs("newest: there is no tie", (l, _) => Later(l, 2.001)),
        Mutant.SeesTheirs("newest: a stamp that says nothing loses", (s, _, _) =>
            s with { LastModified = s.LastModified ?? Words.At.AddYears(-1) }),
        Mutant.SeesOurs("newest: an unknown edit time wins", (l, _) => l.EditedAt.Times.IsEmpty
            ? l with { EditedAt = Words.Edited(1e9) }
            : l),
        Mutant.Obeys("newest: the oldest wins", j => j.Policy with { Conflict = Oldest(j) }),
        Mutant.Obeys("newest: always Salesforce", j =>
            Instead(j, ConflictRule.NewestWins, ConflictRule.SalesforceWins)),
        Mutant.Obeys("newest: always SalesInsight", j =>
            Instead(j, ConflictRule.NewestWins, ConflictRule.SalesInsightWins)),
        Mutant.Obeys("Salesforce wins: goes by time", j =>
            Instead(j, ConflictRule.SalesforceWins, ConflictRule.NewestWins)),
        Mutant.Obeys("SalesInsight wins: goes by time", j =>
            Instead(j, ConflictRule.SalesInsightWins, ConflictRule.NewestWins)),
        Mutant.Keeps("the whole record loses with one field", (j, keep) =>
            j.Decision.Conflicts.Any(c => c.LosingSide == Side.Local) && j.Raw is { } raw
                ? new(FieldMerge.TakeTheirs(j.Linked!.Base, raw, j.Translation))
                : keep),
        Mutant.SeesTheirs("SalesInsight wins: unopposed edits there are dropped", (s, x, policy) =>
            policy.Conflict == ConflictRule.SalesInsightWins ? s with { Content = x.Base.There } : s),
        Mutant.SeesOurs("Salesforce wins: unopposed edits here are dropped", (l, x) =>
            x.Salesforce is SalesforceView.Present ? l with { Content = x.Base.Here } : l),
        Mutant.SeesBase("without a base everything there is an edit", (b, _) =>
            b with { There = new($"not {b.There.Subject}") }),
        Mutant.Keeps("sends what is there already", (j, keep) =>
            j.Raw is null ? keep : keep with { Sent = keep.Sent.Union(j.EditedHere) }),
        Mutant.Keeps("sends every field with one", (_, keep) =>
            keep.Sent.IsEmpty ? keep : keep with { Sent = FieldSet.All }),
        Mutant.Keeps("decides for ours and forgets to send it", (j, keep) =>
            j.Raw is null ? keep : keep with { Sent = FieldSet.None }),
    ];

    private static IEnumerable<Mutant> Losers =>
    [
        Mutant.Lists("no loser is listed", (_, _) => false),
        Mutant.Lists("losers here are not listed", (_, c) => c.LosingSide != Side.Local),
        Mutant.Lists("losers there are not listed", (_, c) => c.LosingSide != Side.Salesforce),
        Mutant.Lists("only the first loser is listed", (j, c) => c == j.Decision.Conflicts[0]),
        Mutant.Decides("the winner is listed as the loser", j => j.Decision with
        {
            Conflicts = [.. j.Decision.Conflicts.Select(c => c with { Losing = c.Winning })],
        }),
        Mutant.Decides("equal edits are listed as a conflict", j =>
            j.Decision.Reason == ReasonCode.EditedOnBothSides && j.Decision.Conflicts.IsEmpty
                ? j.Decision with { Conflicts = [new(TaskField.Subject, Side.Local, j.Ours?.Subject, null)] }
                : j.Decision),
        Mutant.Decides("the reason is always that both are in step", j =>
            j.Decision with { Reason = ReasonCode.InStep }),
        Mutant.Decides("edited here and there are mixed up", j => j.Decision with
        {
            Reason = j.Decision.Reason switch
            {
                ReasonCode.EditedHere => ReasonCode.EditedThere,
                ReasonCode.EditedThere => ReasonCode.EditedHere,
                var reason => reason,
            },
        }),
        Mutant.Decides("who won is mixed up", j => j.Decision with
        {
            Reason = j.Decision.Reason switch
            {
                ReasonCode.ConflictWonHere => ReasonCode.ConflictWonThere,
                ReasonCode.ConflictWonThere => ReasonCode.ConflictWonHere,
                var reason => reason,
            },
        }),
    ];

    private static IEnumerable<Mutant> Waiting =>
    [
        Mutant.SeesBase("a doubtful value is forgotten", (b, _) =>
            b with { Doubt = b.Doubt with { Fields = FieldSet.None } }),
        Mutant.SeesBase("a doubtful delete is forgotten", (b, _) => b with { Doubt = b.Doubt with { Delete = false } }),
        Mutant.Does("a doubt is never settled", j =>
            j is { Linked.Base.Doubt.Any: true, Operation: Operation.CommitHere }
                ? new Operation.Nothing()
                : j.Operation),
        Mutant.SeesLinked("a parked value is sent again and again", (x, _) => x with { Parked = FieldSet.None }),
        Mutant.SeesLinked("one parked value parks the row", (x, _) =>
            x.Parked.IsEmpty ? x : x with { Parked = FieldSet.All }),
        Mutant.SeesLinked("a parked value stays parked when theirs changes", (x, _) =>
            x.Salesforce is SalesforceView.Present s && !x.Parked.IsEmpty
                ? x with { Salesforce = s with { Content = With(s.Content, x.Parked, x.Base.There) } }
                : x),
        Mutant.Keeps("what waits here is dropped", (j, keep) => keep.Left.IsEmpty || j.Linked is null
            ? keep
            : new(keep.Left.Each().Aggregate(keep.Agreed, (c, f) => c.With(f, j.Linked.Base.Here[f])), keep.Sent)),
        Mutant.Keeps("what waits here is taken as agreed", (_, keep) => keep with { Left = FieldSet.None }),
    ];

    private static IEnumerable<Mutant> Images =>
    [
        Mutant.SeesBase("one image: there is rendered from here", (b, policy) =>
            b with { There = policy.Translation.Render(b.Here, null) }),
        Mutant.SeesBase("one image: here is read from there", (b, policy) =>
            b with { Here = policy.Translation.Read(b.There) }),
        Mutant.SeesTheirs("edited there is judged on what it reads as", (s, x, policy) => s with
        {
            Content = With(s.Content, Reading(s.Content, x.Base, policy), x.Base.There),
        }),
        Speaks("closed is an English word", v => new([.. v.Statuses.Select(s =>
            s with { IsClosed = s.Label == "Completed" })])),
        Speaks("completes with the last closed status", v => new([.. v.Statuses.Reverse()])),
        Speaks("reopens with the first open status", v => new([.. v.Statuses.Select(s =>
            s with { IsDefault = false })])),
        Mutant.Sends("completes with an English word", (t, f, here, open) =>
            f == TaskField.Status && here == nameof(ReminderStatus.Completed)
                ? "Completed"
                : t.Render(f, here, open)),
        Mutant.Sends("sends details whole", (t, f, here, open) =>
            f == TaskField.Details ? here : t.Render(f, here, open)),
        Mutant.Sends("sends the subject without its template", (t, f, here, open) =>
            f == TaskField.Subject ? here : t.Render(f, here, open)),
        Mutant.SeesTheirs("an unknown status completes", (s, _, policy) =>
            policy.Translation.Vocabulary.Statuses.Any(v => v.Label == s.Content.Status)
                ? s
                : s with { Content = s.Content with { Status = Words.Done } }),
        Mutant.Sends("reopening forgets the last open status", (t, f, here, _) => t.Render(f, here, null)),
        Mutant.Keeps("a priority of theirs is overwritten", (j, keep) => j.Raw is { Priority: not ("High" or "Normal") }
            ? keep with { Sent = keep.Sent.Add(TaskField.Priority) }
            : keep),
        Mutant.Keeps("a status of theirs is overwritten", (j, keep) =>
            j.Raw is { Status: Words.Waiting } && !keep.Sent.IsEmpty
                ? keep with { Sent = keep.Sent.Add(TaskField.Status) }
                : keep),
        Mutant.Keeps("long details are cut here", (_, keep) => keep.Agreed.Details is { Length: > 32_000 } text
            ? keep with { Agreed = keep.Agreed with { Details = text[..32_000] } }
            : keep),
        Mutant.Does("a change that reads the same does not move the base", j =>
            j is { Operation: Operation.CommitHere, Ours: { } ours, Linked: not null } && ours == j.Keep!.Agreed
                ? new Operation.Nothing()
                : j.Operation),
        Mutant.Does("commits what is in step", j => j is { Operation: Operation.Nothing, Keep: not null }
            ? new Operation.CommitHere()
            : j.Operation),
    ];

    private static IEnumerable<Mutant> Templates =>
    [
        Mutant.Sees("the template is ignored", s => s with
        {
            Policy = s.Policy with { Translation = s.Policy.Translation with { Template = Words.Exact } },
        }),
        Mutant.Keeps("a template change rewrites what is there", (j, keep) => j.Raw is { } raw && j.EditedHere.IsEmpty
                && j.Rendered(TaskField.Subject, keep.Agreed.Subject) != raw.Subject && keep.Left.IsEmpty
            ? keep with { Sent = keep.Sent.Add(TaskField.Subject) }
            : keep),
        Mutant.Keeps("a rename comes back through a template", (j, keep) =>
            j.IsOneWay(TaskField.Subject) && j.EditedThere.Contains(TaskField.Subject)
                ? keep with { Agreed = keep.Agreed with { Subject = j.Raw!.Subject! } }
                : keep),
        Mutant.Lists("a rename under a template is not noted", (j, c) => !j.IsOneWay(c.Field)),
        Mutant.Keeps("a template without the subject is sent for every rename", (j, keep) =>
            j.Linked is not null && j.Raw is not null && !j.Translation.Template.CarriesSubject
                && j.EditedHere.Contains(TaskField.Subject)
                ? keep with { Sent = keep.Sent.Add(TaskField.Subject) }
                : keep),
        Mutant.Sees("blanks in a template make it one-way", s =>
            s.Policy.Translation.Template.Template is ['{', .. var rest] && !rest.Contains(' ')
                ? s
                : s with
                {
                    Policy = s.Policy with { Translation = s.Policy.Translation with { Template = Words.Prefixed } },
                }),
        Mutant.Keeps("under a template nothing is renamed there", (j, keep) => j.IsOneWay(TaskField.Subject)
            && j.Raw is not null ? keep with { Sent = keep.Sent.Remove(TaskField.Subject) } : keep),
    ];

    private static Mutant Speaks(string name, Func<OrgVocabulary, OrgVocabulary> speak) => new(name, core => core with
    {
        Reconcile = (pair, policy) => core.Reconcile(
            pair, policy with { Translation = Other(policy.Translation, speak) }),
        Render = (translation, field, here, lastOpen) =>
            core.Render(Other(translation, speak), field, here, lastOpen),
    });

    private static Translation Other(Translation translation, Func<OrgVocabulary, OrgVocabulary> speak) =>
        translation with { Vocabulary = speak(translation.Vocabulary) };

    private static LocalView Later(LocalView.Present view, double seconds) => view.EditedAt[TaskField.Subject] is { } at
        ? view with { EditedAt = EditTimes.None.With(FieldSet.All, at.AddSeconds(seconds)) }
        : view;

    private static ReconcilePolicy Instead(Judged j, ConflictRule rule, ConflictRule other) =>
        j.Policy.Conflict == rule ? j.Policy with { Conflict = other } : j.Policy;

    private static ConflictRule Oldest(Judged j)
    {
        if (j.Policy.Conflict != ConflictRule.NewestWins) return j.Policy.Conflict;
        return (j.Linked?.Local as LocalView.Present)?.EditedAt[TaskField.Subject]
            > (j.Linked?.Salesforce as SalesforceView.Present)?.LastModified
            ? ConflictRule.SalesforceWins
            : ConflictRule.SalesInsightWins;
    }

    private static SalesforceContent With(SalesforceContent content, FieldSet fields, SalesforceContent other) =>
        fields.Each().Aggregate(content, (c, f) => c.With(f, other[f]));

    private static FieldSet Reading(SalesforceContent raw, TaskBase taskBase, ReconcilePolicy policy) =>
        FieldSet.Of([.. FieldSet.Fields.Where(f => policy.Translation.Read(f, raw[f]) == taskBase.Here[f])]);
}
