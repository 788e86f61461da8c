using System.Collections.Immutable;
using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>Binds a task to a Salesforce record and carries the base. One per task.</summary>
/// <param name="SalesforceId">The record it is linked to now (18 characters).</param>
/// <param name="LocalVersion">The task's version when the base was last settled with it: a row whose version differs is
/// looked at by the next run.</param>
/// <param name="Touch">LastModifiedDate last seen, if it is a stamp to rely on (not of the second it was read
/// in).</param>
/// <param name="LastModified">LastModifiedDate last seen, for 'newest wins'; null when it was our own write.</param>
/// <param name="LookAgain">Read by id in the next run, whatever the window says.</param>
/// <param name="BinNoted">What the recycle bin holds beyond the base was already recorded.</param>
/// <param name="KnownIds">Every record this task was ever linked to: a look-up ignores deleted predecessors.</param>
/// <param name="Reason">Why the link is as it is; shown as the task's sync state.</param>
/// <param name="ReasonAt">Since when.</param>
/// <param name="ReadAt">When the record was last read by id or in a window (our clock).</param>
internal sealed record TaskLink(
    Guid TaskId,
    Guid ConnectionId,
    string SalesforceId,
    LinkState State,
    TaskBase Base,
    long LocalVersion,
    DateTimeOffset? Touch,
    DateTimeOffset? LastModified,
    bool LookAgain,
    bool BinNoted,
    ImmutableSortedSet<string> KnownIds,
    ReasonCode Reason,
    DateTimeOffset ReasonAt,
    DateTimeOffset ReadAt);
