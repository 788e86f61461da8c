using System.Collections.Immutable;
using SalesInsight.Tests.Simulation.People;

namespace SalesInsight.Tests.Simulation.World;

/// <summary>A run under way: how many moments of it have passed, and what is to happen at which.</summary>
internal sealed class Frame(int rep, int engine, ImmutableArray<Step> inside)
{
    /// <summary>Instead of a rep's number: the org reader's.</summary>
    public const int OfReader = -1;

    private readonly List<Step> _waiting = [.. inside];

    public int Rep { get; } = rep;

    public int Engine { get; } = engine;

    public int Moments { get; set; }

    public bool IsKilled { get; set; }

    /// <summary>A request left.</summary>
    public bool HasAsked { get; set; }

    /// <summary>Another engine took the lease while this one slept.</summary>
    public bool IsStale { get; set; }

    /// <summary>Typed there in the middle of the call under way.</summary>
    public List<Write> InCall { get; } = [];

    public bool Straggles { get; set; }

    /// <summary>When the run first read; what became visible there since, it may meet unread.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>What is due at this moment, once.</summary>
    public Step? Take(Predicate<Step> may)
    {
        var at = _waiting.FindIndex(s => s.At <= Moments && may(s));
        if (at < 0) return null;
        var step = _waiting[at];
        _waiting.RemoveAt(at);
        return step;
    }
}
