namespace SalesInsight.Tests.Simulation;

/// <summary>How often things happened that are worth knowing about.</summary>
internal sealed class Situations
{
    /// <summary>Those that a claim rests on: each must have happened often enough (issue 'prove it').</summary>
    public static readonly IReadOnlyList<Situation> Required =
    [
        Situation.DeleteDuringPush, Situation.LostCreateReply, Situation.StolenLease, Situation.EditBetweenReadAndWrite,
        Situation.Reassignment, Situation.Restore, Situation.ReconnectToAnotherOrg,
    ];

    private readonly long[] _counts = new long[Enum.GetValues<Situation>().Length];

    public long this[Situation situation] => _counts[(int)situation];

    public void Count(Situation situation) => _counts[(int)situation]++;

    public void Add(Situations others)
    {
        for (var at = 0; at < _counts.Length; at++) _counts[at] += others._counts[at];
    }
}
