using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Simulation.People;

/// <summary>
/// What people did and saw. The engine cannot see it; the checks compare with nothing else. A value counts as dealt
/// with once somebody who saw it replaced it or deleted the task.
/// </summary>
internal sealed class Truth
{
    /// <summary>How the team's activity detail decorates a name on its way out.</summary>
    public const string Prefix = "SI: ";

    private readonly List<Thing> _things = [];
    private readonly List<Write> _writes = [];
    private int _values;

    public IReadOnlyList<Thing> Things => _things;

    public IReadOnlyList<Write> Writes => _writes;

    /// <summary>Records that belong to somebody else by now.</summary>
    public FollowedRecords Followed { get; } = new();

    /// <summary>The one a person dealt with last: people come back to what they just did.</summary>
    public Thing? Last { get; set; }

    public static string Plain(string value) =>
        value.StartsWith(Prefix, StringComparison.Ordinal) ? value[Prefix.Length..] : value;

    /// <summary>Details as Salesforce's field can hold them.</summary>
    public static string Sent(string details) => ActivityDetail.Cut(details, TaskContent.SentDetailsLengthMax);

    public Thing Begin(bool isBornHere, int rep)
    {
        var thing = new Thing(_things.Count + 1, isBornHere, rep);
        _things.Add(thing);
        return Last = thing;
    }

    /// <summary>A value nobody typed before.</summary>
    public string NewValue(Thing thing, Field field)
    {
        var number = ++_values;
        return field switch
        {
            Field.Subject => $"s{number}",
            Field.Details => $"{thing.Token} d{number}",
            _ => new DateOnly(2027, 1, 1).AddDays(number).ToString("yyyy-MM-dd"),
        };
    }

    /// <summary>A person typed a value where <paramref name="shown"/> stood.</summary>
    public Write Type(
        Thing thing, Field field, string value, string? shown, bool isHere, DateTimeOffset at,
        bool putsBack = false)
    {
        if (shown is not null) Supersede(thing, field, shown, isHere);
        thing.IsGoneForAll = false;
        var write = new Write(thing, field, value, isHere, at) { PutsBack = putsBack };
        _writes.Add(write);
        Last = thing;
        return write;
    }

    /// <summary>A person deleted what showed these values.</summary>
    public void Delete(Thing thing, Func<Field, string?> shown)
    {
        foreach (var field in Enum.GetValues<Field>())
            if (shown(field) is { } value) Supersede(thing, field, value);
        (thing.WasDeleted, thing.IsRestored) = (true, false);
        Last = thing;
    }

    public Thing? Of(string details) => _things.Find(t => details.StartsWith(t.Token, StringComparison.Ordinal));

    private void Supersede(Thing thing, Field field, string shown, bool isTypedHere = false)
    {
        // whoever sees as much of a long text as Salesforce holds has seen it; the rest is in the history as a change
        var value = Plain(shown);
        foreach (var write in _writes.Where(w => w.Thing == thing && w.Field == field))
        {
            if (write.Value != value && Sent(write.Value) != value) continue;
            write.IsSuperseded = true;
            write.IsReplacedHere |= isTypedHere;
        }
    }
}
