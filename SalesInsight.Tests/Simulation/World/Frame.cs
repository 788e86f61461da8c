using System.Collections.Immutable;
using SalesInsight.Sync.Reminders;
using SalesInsight.Tests.Simulation.People;

namespace SalesInsight.Tests.Simulation.World;

/// <summary>A run under way: how many moments of it have passed, and what is to happen at which.</summary>
internal sealed class Frame(int rep, int engine, ImmutableArray<Step> inside)
{
    /// <summary>Instead of a rep's number: the org reader's.</summary>
    public const int OfReader = -1;

    private readonly List<Step> _waiting = [.. inside];

    /// <summary>How often the run was at each kind of moment; how often at any.</summary>
    private readonly int[] _moments = new int[Enum.GetValues<Moment>().Length];

    public int Rep { get; } = rep;

    public int Engine { get; } = engine;

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What the rep wanted when the run last renewed its lease: from there on it has to know.</summary>
    public TaskSyncMode Mode { get; set; } = TaskSyncMode.Both;

    /// <summary>What the request under way does.</summary>
    public Moment Call { get; set; }

    public bool IsKilled { get; set; }

    /// <summary>It sleeps, and what it left open nobody looks at.</summary>
    public bool IsAsleep { get; set; }

    /// <summary>A request left.</summary>
    public bool HasAsked { get; set; }

    /// <summary>Another engine took the lease while this one slept.</summary>
    public bool IsStale { get; set; }

    /// <summary>Typed there in the middle of the call under way.</summary>
    public List<Write> InCall { get; } = [];

    public bool Straggles { get; set; }

    /// <summary>When the run first read; what became visible there since, it may meet unread.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>What kind of moment a local transaction is.</summary>
    public Moment Transaction => _moments[(int)Moment.AfterWrite] > 0 ? Moment.TransactionAfterWrite
        : _moments[(int)Moment.AfterRead] > 0 ? Moment.TransactionAfterRead
        : Moment.Any;

    public void Reach(Moment moment)
    {
        if (moment != Moment.AtLease) _moments[(int)Moment.Any]++;
        if (moment != Moment.Any) _moments[(int)moment]++;
    }

    /// <summary>What is due at this moment, once.</summary>
    public Step? Take(Moment moment, Predicate<Step> may)
    {
        var at = _waiting.FindIndex(s => IsDue(s, moment) && may(s));
        if (at < 0) return null;
        var step = _waiting[at];
        _waiting.RemoveAt(at);
        return step;
    }

    private bool IsDue(Step step, Moment moment) =>
        (step.When == moment || (step.When == Moment.Any && moment != Moment.AtLease))
        && step.At <= _moments[(int)step.When];
}
