using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling.Tables;

/// <summary>What must hold over many cycles, not only over one.</summary>
internal static class CycleTable
{
    private const int Cycles = 60;

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        new("40,000 characters of details survive any number of cycles", LongDetailsSurvive),
        new("a status of theirs survives any number of edits here", ForeignStatusSurvives),
        new("completing and reopening many times ends where it began", ReopeningEndsWhereItBegan),
    ];

    private static string? LongDetailsSurvive(Core core)
    {
        var pair = Linked(new("a", Details: DetailsSpace.Long), new("a", Words.New, "Normal", null, DetailsSpace.Cut));
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            pair = cycle % 2 == 0
                ? EditHere(pair, c => c with { Subject = $"here {cycle}" })
                : EditThere(pair, c => c with { Subject = $"there {cycle}" });
            pair = Settle(core, pair);
            if (Ours(pair).Details != DetailsSpace.Long) return $"cut after {cycle + 1} cycles";
        }
        return null;
    }

    private static string? ForeignStatusSurvives(Core core)
    {
        var pair = Linked(new("a"), new("a", Words.Waiting, "Low"));
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            pair = Settle(core, EditHere(pair, c => c with { Subject = $"here {cycle}" }));
            if (Theirs(pair) is not { Status: Words.Waiting, Priority: "Low" })
                return $"overwritten after {cycle + 1} cycles";
        }
        return null;
    }

    private static string? ReopeningEndsWhereItBegan(Core core)
    {
        var pair = Linked(new("a"), new("a", Words.Waiting, "Normal"));
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            pair = Settle(core, EditHere(pair, c => c with { Status = ReminderStatus.Completed }));
            if (Theirs(pair).Status != Words.Done) return $"completed as {Theirs(pair).Status}";
            pair = Settle(core, EditHere(pair, c => c with { Status = ReminderStatus.Open }));
            if (Theirs(pair).Status != Words.Waiting) return $"reopened as {Theirs(pair).Status}";
        }
        return null;
    }

    private static TaskPair.Linked Settle(Core core, TaskPair.Linked pair) =>
        (TaskPair.Linked)core.Judge(new(pair, Words.Policy())).After();

    private static TaskPair.Linked Linked(TaskContent here, SalesforceContent there) => new(
        new(here, there, Words.Policy().Translation.LastOpen(there.Status, null)), new LocalView.Present(here),
        new SalesforceView.Present(there));

    private static TaskContent Ours(TaskPair.Linked pair) => ((LocalView.Present)pair.Local).Content;

    private static SalesforceContent Theirs(TaskPair.Linked pair) => ((SalesforceView.Present)pair.Salesforce).Content;

    private static TaskPair.Linked EditHere(TaskPair.Linked pair, Func<TaskContent, TaskContent> edit) =>
        pair with { Local = new LocalView.Present(edit(Ours(pair))) };

    private static TaskPair.Linked EditThere(
        TaskPair.Linked pair, Func<SalesforceContent, SalesforceContent> edit) =>
        pair with { Salesforce = new SalesforceView.Present(edit(Theirs(pair))) };
}
