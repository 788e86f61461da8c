using System.Collections.Immutable;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>Rules about what is written here, and what becomes of a send whose fate is open.</summary>
internal static class SwitchesOfSettling
{
    private const string Commit = "Runs/Applying/FieldCommit.cs", Local = "Runs/Applying/LocalCommit.cs",
        Pusher = "Runs/Pushing/Pusher.cs", Resolver = "Runs/Deciding/IntentResolver.cs",
        Facts = "Runs/Deciding/RunFacts.cs";

    public static readonly ImmutableArray<RuleSwitch> All =
    [
        new(Rule.VersionCompare,
            "What the user changed since staging keeps their value at commit.",
            new SourceEdit(Commit, "var write = !current.IsDeleted && !moved;", "var write = !current.IsDeleted;")),

        new(Rule.KeepTombstone,
            "A task deleted since staging stays deleted at commit.",
            new SourceEdit(
                Commit,
                "changed.IsEmpty ? null : row with { Content = _content, Version = row.Version + 1 };",
                "changed.IsEmpty && !row.IsDeleted ? null"
                    + " : row with { Content = _content, Version = row.Version + 1, DeletedAt = null };")),

        new(Rule.RemoveRechecks,
            "A task that changed since staging is not removed but decided again.",
            new SourceEdit(
                Local, "if (fresh.Task.Version != plan.Row.Task.Version)          ", "if (false)          ")),

        new(Rule.RebaseKeepsConflict,
            "A change of theirs that meets a field the user changed since staging is decided again.",
            new SourceEdit(
                Commit, "if (foreign && (moved || current.IsDeleted))", "if (foreign && current.IsDeleted)")),

        new(Rule.TombstoneKeepsTheirs,
            "A change of theirs that meets a task deleted since staging is decided again.",
            new SourceEdit(Commit, "if (foreign && (moved || current.IsDeleted))", "if (foreign && moved)")),

        new(Rule.PreImage,
            "What a write replaced unread is recorded, from the record as it was just before.",
            new SourceEdit(
                Pusher,
                "push.Kind == PushKind.Create ? null : reply.PreImages",
                "push.Kind is var kind && Enum.IsDefined(kind) ? null : reply.PreImages")),

        new(Rule.LosersRecorded,
            "A value that loses is recorded.",
            new SourceEdit(
                "Runs/RunScope.cs",
                "new DecisionContent(task.Content.Subject, entry.Losers,",
                "new DecisionContent(task.Content.Subject, [],")),

        new(Rule.PushIntent,
            "What is about to be sent is written down first.",
            new SourceEdit(Pusher, "transaction.Put(push.Intent(scope.Facts, at));", "")),

        new(Rule.IntentWait,
            "An open intent is settled only when nothing sent under it can still arrive.",
            new SourceEdit(Facts, "Now >= intent.At + (", "Now >= default(DateTimeOffset) + (")),

        new(Rule.ResolveByLaterRead,
            "An intent counts as dead only by a reading that began after its deadline.",
            new SourceEdit(
                "Runs/RunSteps.cs",
                "if (open.Count == 0) return (staged, []);",
                "if (open.Count == 0) return (staged, []); scope.Facts = scope.Facts with { Now = scope.Now };")),

        new(Rule.ResolvePerField,
            "An open update is settled field by field: what shows as sent has arrived.",
            new SourceEdit(
                Resolver,
                "if (seen is not null && seen[field] == intent.Sent[field])",
                "if (seen is not null && touched)")),

        new(Rule.DoubtKept,
            "Not arrived but touched is in doubt: what a later write beats there is recorded.",
            new SourceEdit(
                Resolver,
                "else if (touched) doubt =",
                "else if (touched && false) doubt ="),
            new SourceEdit(
                Resolver,
                "return new Resolution.Settled(IsTouched(sighting, intent)\n",
                "return new Resolution.Settled(IsTouched(sighting, intent) && false\n")),

        new(Rule.OwnDeleteIsOurs,
            "A record in the bin under our own delete intent is our delete.",
            new SourceEdit(
                Resolver,
                "var removed = LinkChanges.Retire(LinkChanges.WithLastContents(link",
                "var removed = (LinkChanges.WithLastContents(link")),
    ];
}
