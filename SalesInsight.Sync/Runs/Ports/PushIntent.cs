using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>
/// A push written down before it is sent, so that a lost reply or a crash is resolved by looking, never by guessing.
/// At most one per task; a row with an open intent is never physically removed.
/// </summary>
/// <param name="SalesforceId">The record; null for a create.</param>
/// <param name="Fields">What is sent.</param>
/// <param name="Agreed">What both sides shall hold once it arrived, as here.</param>
/// <param name="Sent">The raw values sent.</param>
/// <param name="StagedThere">The raw values that were read before.</param>
/// <param name="Touch">LastModifiedDate as read before, if it is a stamp to rely on.</param>
/// <param name="At">The time of the intent's own transaction (our clock): its deadline counts from here.</param>
/// <param name="DuplicateSeen">Salesforce said the unique id exists: it is there, perhaps out of our sight.</param>
internal sealed record PushIntent(
    Guid TaskId,
    Guid ConnectionId,
    PushKind Kind,
    string? SalesforceId,
    FieldSet Fields,
    TaskContent Agreed,
    SalesforceContent Sent,
    SalesforceContent StagedThere,
    DateTimeOffset? Touch,
    DateTimeOffset At,
    bool DuplicateSeen = false);
