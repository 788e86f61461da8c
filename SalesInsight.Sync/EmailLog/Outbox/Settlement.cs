using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>Where one mail stands for one address from now on.</summary>
/// <param name="Reason">Why; shown.</param>
/// <param name="Decided">While waiting: the reason it will have once it is logged; null: undecided.</param>
/// <param name="Fault">What Salesforce said, when it refused.</param>
/// <param name="RetryAt">While waiting: not before; null: with the next run.</param>
/// <param name="Attempts">Refusals in a row so far.</param>
internal sealed record Settlement(
    Guid EmailId,
    string Address,
    EmailState State,
    EmailReason Reason,
    EmailReason? Decided = null,
    SalesforceFault? Fault = null,
    DateTimeOffset? RetryAt = null,
    int Attempts = 0);
