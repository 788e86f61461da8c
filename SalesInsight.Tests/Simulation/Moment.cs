namespace SalesInsight.Tests.Simulation;

/// <summary>
/// Where a run is. A kept script names it, so that it still means the same when runs take other steps.
/// </summary>
internal enum Moment
{
    /// <summary>Any, counted together: what a drawn script uses.</summary>
    Any,

    /// <summary>Before a request that reads tasks: the first is the run's reading, the next are look-ups.</summary>
    BeforeRead,
    AfterRead,

    /// <summary>Before a local transaction between the run's reading and its first write.</summary>
    TransactionAfterRead,
    BeforeWrite,

    /// <summary>Before a part of a call that writes: the retrieve, then the writes.</summary>
    InWrite,
    AfterWrite,

    /// <summary>Before a local transaction after a write.</summary>
    TransactionAfterWrite,

    /// <summary>The engine is about to renew its lease.</summary>
    AtLease,
}
