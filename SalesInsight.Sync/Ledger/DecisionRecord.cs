using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Ledger;

/// <summary>
/// One entry of the append-only ledger: written whenever a link's (verdict, reason, content) changes, done or not done.
/// The skeleton holds ids and codes only and is kept 400 days; personal content lies apart and goes after 90.
/// </summary>
/// <param name="RunId">The run that decided; null for a person's own act.</param>
/// <param name="Outcome">What was done about it.</param>
/// <param name="Fields">The fields it is about.</param>
/// <param name="ErrorCode">Salesforce's code, when it refused.</param>
internal sealed record DecisionRecord(
    Guid Id,
    Guid ConnectionId,
    Guid TaskId,
    string? SalesforceId,
    Guid? RunId,
    DateTimeOffset At,
    DecisionOutcome Outcome,
    ReasonCode Reason,
    FieldSet Fields,
    string? ErrorCode,
    DecisionContent? Content);
