using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Tests.Sync.Reconciling.Tables;

/// <summary>
/// Which two existing tasks are plainly one (design 5.14). A task is written <c>subject|due|person</c>.
/// </summary>
internal static class AdoptionTable
{
    public static IReadOnlyList<Claim> Claims { get; } =
    [
        Ask("the same subject, due date and person match", ["Call Ann|2026-11-03|Ann"], ["Call Ann|2026-11-03|Ann"],
            "0=0"),
        Ask("blanks and capitals do not matter", ["  call   ANN|2026-11-03|Ann"], ["Call Ann |2026-11-03|Ann"], "0=0"),
        Ask("blanks between words do matter", ["call ann||"], ["callann||"], ""),
        Ask("a tab is a blank", ["Call\tAnn||"], ["Call Ann||"], "0=0"),
        Ask("another due date does not match", ["a|2026-11-03|Ann"], ["a|2026-11-04|Ann"], ""),
        Ask("no due date matches only no due date", ["a||Ann"], ["a|2026-11-04|Ann"], ""),
        Ask("another person does not match", ["a|2026-11-03|Ann"], ["a|2026-11-03|Bob"], ""),
        Ask("no person matches only no person", ["a|2026-11-03|"], ["a|2026-11-03|Ann"], ""),
        Ask("another subject does not match", ["a|2026-11-03|"], ["b|2026-11-03|"], ""),
        Ask("two alike here match nothing", ["a||", "A||"], ["a||"], ""),
        Ask("two alike there match nothing", ["a||"], ["a||", " a||"], ""),
        Ask("two alike do not stop a third", ["a||", "A||", "b||"], ["a||", "b||"], "2=1"),
        Ask("an empty subject matches nothing", [" ||"], ["||"], ""),
        Ask("each goes to its own", ["b||", "a||"], ["a||", "b||"], "0=1 1=0"),
    ];

    private static Claim Ask(string says, string[] here, string[] there, string matches) =>
        Claim.Of(says, matches, core => string.Join(' ', core
            .Adopt(
                [.. here.Select((t, i) => Read(t, new Guid(i, 0, 0, new byte[8])))],
                [.. there.Select((t, i) => Read(t, i.ToString(null as IFormatProvider)))])
            .Select(m => $"{m.TaskId.ToByteArray()[0]}={m.SalesforceId}")));

    private static AdoptionMatch.Candidate<TId> Read<TId>(string text, TId id)
    {
        var parts = text.Split('|');
        return new(
            id, parts[0], parts[1] == "" ? null : DateOnly.Parse(parts[1], null), parts[2] == "" ? null : parts[2]);
    }
}
