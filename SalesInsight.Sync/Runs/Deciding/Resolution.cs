using System.Collections.Immutable;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Deciding;

/// <summary>What an open push intent turned out to be.</summary>
internal abstract record Resolution
{
    private Resolution() { }

    /// <summary>Not known yet: the row is left alone in this run, in both directions.</summary>
    internal sealed record Wait(ReasonCode Reason) : Resolution;

    /// <summary>Known: the intent is cleared and the link, if there is one now, is as given.</summary>
    internal sealed record Settled(TaskLink? Link, ImmutableArray<Conflict> Losers) : Resolution
    {
        public Settled(TaskLink? link) : this(link, []) { }
    }

    /// <summary>It never arrived: the same insert is made again, so that whichever lands, the base is known.</summary>
    internal sealed record InsertAgain : Resolution;
}
