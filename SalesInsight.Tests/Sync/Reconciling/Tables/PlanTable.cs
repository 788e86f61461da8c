using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling.Tables;

/// <summary>
/// Calls as few as they can be, parents together, and the delete fence (design 5.5, section 6 'Writing').
/// </summary>
internal static class PlanTable
{
    private static readonly DeleteFence Open = new(int.MaxValue, 0);
    private static readonly ReconcilePolicy Policy = Words.Policy();

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        Calls("nothing to write: no call", 0, 0, 0, ""),
        Calls("800 updates: one call", 800, 0, 0, "800"),
        Calls("801 updates: two calls", 801, 0, 0, "800 1"),
        Calls("1,000 creates alone: one call", 0, 0, 1_000, "1000"),
        Calls("1,001 creates: two calls", 0, 0, 1_001, "1000 1"),
        Calls("1,000 changes: two calls", 1_000, 0, 0, "800 200"),
        Calls("a few of each kind: one call", 3, 2, 5, "10"),
        Calls("401 updates and 399 deletes fill five collections: two calls", 401, 399, 0, "601 199"),
        Calls("creates fill what changes leave free", 600, 0, 1_200, "800 1000"),
        new("every row goes once, in collections of one kind", EveryRowOnce),
        Claim.Of("rows of one parent lie side by side", "x x x y y", core => string.Join(' ',
            core.Plan([.. Updates(5, i => i % 2 == 0 ? "x" : "y")], Open, Open).Calls[0]
                .Select(r => r.Parents.RelatedId))),
        Claim.Of("rows of one person lie side by side", "p p q q", core => string.Join(' ',
            core.Plan([.. Updates(4, _ => null, i => i % 2 == 0 ? "p" : "q")], Open, Open).Calls[0]
                .Select(r => r.Parents.PersonId))),
        Claim.Of("rows of one parent go in the order of their ids", "0 1 2", core => string.Join(' ',
            core.Plan([.. Updates(3, _ => "x").Reverse()], Open, Open).Calls[0]
                .Select(r => r.TaskId.ToByteArray()[0]))),
        Claim.Of("commits and removals here need no call", (0, 3), core =>
            core.Plan([Commit(0), Remove(1), Remove(2)], Open, Open) is var plan
                ? (plan.Calls.Length, plan.Here.Length)
                : default),
        Claim.Of("what waits or is in step is not planned", (0, 0, 0), core =>
            core.Plan([Row(0, Pair("a", "a")), Row(1, Pair("a", "?"))], Open, Open) is var plan
                ? (plan.Calls.Length, plan.Here.Length, plan.Held.Length)
                : default),
        Fence("ten pass, the rest is held", 10, 0, 12, 0, "10 pass, 2 held"),
        Fence("what passed in the last 24 hours counts", 10, 7, 5, 0, "3 pass, 2 held"),
        Fence("a fence that is full holds all", 10, 10, 2, 0, "0 pass, 2 held"),
        Fence("a fence that was lowered meanwhile holds all", 10, 15, 2, 0, "0 pass, 2 held"),
        Fence("confirmed deletions neither count nor wait", 2, 0, 3, 4, "6 pass, 1 held"),
        Claim.Of("the oldest pass, the later ones are held", "2 3", core => string.Join(' ',
            core.Plan([.. Enumerable.Range(0, 4).Select(i => Remove(i))], new(2, 0), Open).Held
                .Select(r => r.TaskId.ToByteArray()[0]))),
        Claim.Of("a fence that trips holds up nothing else", (1, 1, 1), core =>
            core.Plan([Remove(0), Commit(1), Update(2)], new(0, 0), Open) is var plan
                ? (plan.Held.Length, plan.Here.Length, plan.Calls.Length)
                : default),
        Claim.Of("each direction has a fence of its own", (1, 0), core =>
            (core.Plan([Delete(0, false), Commit(1)], Open, new(0, 0)).Held.Length,
                core.Plan([Delete(0, false), Commit(1)], new(0, 0), Open).Held.Length)),
        Claim.Of("a task deleted here already takes nothing away", 0, core =>
            core.Plan([Row(0, Pair("-", "-"))], new(0, 0), new(0, 0)).Held.Length),
        Admits("10 deletions or 5 %: 10 of 100 linked", 100, 0, 50, 10),
        Admits("10 deletions or 5 %: 50 of 1,000 linked", 1_000, 0, 60, 50),
        Admits("10 deletions or 5 %: 12 of 250 linked", 250, 0, 60, 12),
        Admits("few are never held", 1_000, 0, 3, 3),
        Admits("no links: the count still lets 10 pass", 0, 0, 11, 10),
        Admits("recent ones are taken off", 1_000, 45, 60, 5),
    ];

    private static Claim Calls(string says, int updates, int deletes, int creates, string sizes) =>
        Claim.Of(says, sizes, core => string.Join(' ',
            core.Plan(Mixed(updates, deletes, creates), Open, Open).Calls.Select(c => c.Length)));

    private static Claim Admits(string says, int linked, int recent, int wanted, int admitted) =>
        Claim.Of(says, admitted, core => core.Admits(10, 5, linked, recent, wanted));

    private static Claim Fence(string says, int limit, int recent, int removals, int confirmed, string outcome) =>
        Claim.Of(says, outcome, core =>
        {
            var rows = Enumerable.Range(0, removals + confirmed).Select(i => Remove(i, i < confirmed)).ToList();
            var plan = core.Plan(rows, new(limit, recent), Open);
            return $"{plan.Here.Length} pass, {plan.Held.Length} held";
        });

    private static string? EveryRowOnce(Core core)
    {
        int[] counts = [0, 1, 201, 601];
        foreach (var updates in counts)
        foreach (var deletes in counts)
        foreach (var creates in counts)
        {
            var rows = Mixed(updates, deletes, creates);
            var calls = core.Plan(rows, Open, Open).Calls;
            var sent = calls.SelectMany(c => c).Select(r => r.TaskId).ToList();
            if (sent.Count != rows.Count || sent.ToHashSet().Count != rows.Count)
                return $"{updates} updates, {deletes} deletes, {creates} creates: {sent.Count} of {rows.Count} sent";
            if (calls.Any(c => Collections(c) > (c.All(r => r.Operation is Operation.Create) ? 5 : 4)))
                return $"{updates} updates, {deletes} deletes, {creates} creates: a call with too many collections";
        }
        return null;
    }

    private static int Collections(IEnumerable<DecidedRow> call) =>
        call.GroupBy(r => r.Operation.GetType()).Sum(kind => (kind.Count() + 199) / 200);

    // copies of one row each, so that a thousand of them are decided once
    private static List<DecidedRow> Mixed(int updates, int deletes, int creates) =>
        [.. Copies(Update(0), 0, updates), .. Copies(Delete(0), 2_000, deletes), .. Copies(Create(0), 4_000, creates)];

    private static IEnumerable<DecidedRow> Copies(DecidedRow row, int first, int count) =>
        Enumerable.Range(first, count).Select(i => row with { TaskId = Id(i) });

    private static IEnumerable<DecidedRow> Updates(
        int count, Func<int, string?> related, Func<int, string?>? person = null) =>
        Enumerable.Range(0, count).Select(i => Update(i, related(i), person?.Invoke(i)));

    private static DecidedRow Update(int number, string? related = null, string? person = null)
    {
        var was = new TaskContent("a", RelatedId: related, PersonId: person);
        return Row(number, new TaskPair.Linked(
            new(was, new("a")), new LocalView.Present(was with { Subject = "b" }),
            new SalesforceView.Present(new("a"))));
    }

    private static DecidedRow Commit(int number) => Row(number, Pair("a", "b"));

    private static DecidedRow Remove(int number, bool confirmed = false) => Row(number, Pair("a", "-"), confirmed);

    private static DecidedRow Delete(int number, bool confirmed = true) => Row(number, Pair("-", "a"), confirmed);

    private static DecidedRow Create(int number) =>
        Row(number, new TaskPair.LocalOnly(new LocalView.Present(new("a")), Outbound: true));

    private static TaskPair.Linked Pair(string local, string salesforce) => new(
        new(Notation.Here("a"), Notation.There("a"), Words.New), Notation.Local(local),
        Notation.Salesforce(salesforce));

    // the real decision, so that a fault in the planner is the planner's
    private static DecidedRow Row(int number, TaskPair pair, bool confirmed = false) =>
        new(Id(number), pair, Reconciler.Reconcile(pair, Policy), confirmed);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
