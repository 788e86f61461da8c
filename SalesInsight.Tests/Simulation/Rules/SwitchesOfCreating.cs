using System.Collections.Immutable;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>Rules about new records.</summary>
internal static class SwitchesOfCreating
{
    private const string Resolver = "Runs/Deciding/IntentResolver.cs", LookUps = "Runs/Reading/LookUps.cs",
        Window = "Runs/Reading/WindowRows.cs", Step = "Salesforce/WriteStep.cs";

    public static readonly ImmutableArray<RuleSwitch> All =
    [
        new(Rule.InsertOnly,
            "A create is an insert, never an upsert that writes over what is there.",
            new SourceEdit(
                Step,
                "new(\"POST\", $\"{root}/composite/sobjects\", name, body)",
                "new(\"PATCH\", $\"{root}/composite/sobjects/Task/{externalIdField}\", name, body)")),

        new(Rule.LookUpFirst,
            "A create whose reply was lost is looked up before anything is sent again.",
            new SourceEdit(
                LookUps,
                "return scope.Facts.CreateMode == CreateMode.NaturalKey",
                "if (creates.Count > 0)"
                    + " return creates.ToImmutableDictionary(r => r.Task.Id, _ => new Found([], NearMiss: false));\n"
                    + "        return scope.Facts.CreateMode == CreateMode.NaturalKey")),

        new(Rule.OwnIdNeverImported,
            "A record that carries our id is never brought in as new.",
            new SourceEdit(
                Window,
                "return connection.TaskIdOf(row.ExternalId) is not { } taskId || IsFree(",
                "return connection.TaskIdOf(row.ExternalId) is not { } taskId || taskId != default || IsFree("))
        {
            CoveredBy = [Rule.LookUpFirst],
        },

        new(Rule.LinkWithSent,
            "A record found by a look-up is linked with what was sent as base.",
            new SourceEdit(
                Resolver,
                ": Bind(row, match.Id, intent.Agreed, intent.Sent, facts));",
                ": Bind(row, match.Id, facts.Policy.Translation.Read(match.Content), match.Content, facts));")),

        new(Rule.IgnorePredecessor,
            "A look-up passes over the deleted predecessor of a task that was made again.",
            new SourceEdit(
                Resolver,
                "?? found.FirstOrDefault(f => !known.Contains(f.Id));",
                "?? found.FirstOrDefault();")),

        new(Rule.OpenCreateBlocksImport,
            "While the fate of a create is open nothing that could be it is brought in.",
            new SourceEdit(
                Window,
                "scope.Facts.CreateMode == CreateMode.NaturalKey\n        && openCreates",
                "scope.Facts.CreateMode < 0\n        && openCreates")),

        new(Rule.InsertWaits,
            "An insert is made again only when the first one can no longer arrive.",
            new SourceEdit(
                Resolver,
                "if (!facts.IsDead(intent)) return new Resolution.Wait(ReasonCode.AwaitingReply);\n        if (near",
                "if (near")),

        new(Rule.SameInsertAgain,
            "A second insert repeats the first one's content.",
            new SourceEdit(Resolver, ": new Resolution.InsertAgain();", ": new Resolution.Settled(row.Link);")),

        new(Rule.DuplicateHolds,
            "A duplicate that no look-up finds is there out of our sight: hold.",
            new SourceEdit(
                Resolver,
                "if (intent.DuplicateSeen) return new Resolution.Wait(ReasonCode.DuplicateOutOfSight);",
                "")),

        new(Rule.AskOnNearMiss,
            "With natural keys a near miss asks instead of inserting.",
            new SourceEdit(
                Resolver, "if (nearMiss) return new Resolution.Wait(ReasonCode.NearMiss);", "")),
    ];
}
