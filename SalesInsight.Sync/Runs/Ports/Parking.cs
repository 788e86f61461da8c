using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>
/// An outgoing value that Salesforce refused. It stays an edit here; it is left alone until the local version, the
/// record's content, the settings or the rights change, or somebody asks to try again (design 5.15). One per task.
/// </summary>
/// <param name="Fields">The refused fields; all sent fields when Salesforce named none.</param>
/// <param name="LocalVersion">The task's version that was refused.</param>
/// <param name="Touch">The record's LastModifiedDate then; null for a create.</param>
/// <param name="SettingsVersion">The settings version then.</param>
/// <param name="RetryAt">Time may cure it (a locked row): tried again from then on. Null: only a change does.</param>
/// <param name="Attempts">How often it was refused in a row.</param>
internal sealed record Parking(
    Guid TaskId,
    Guid ConnectionId,
    FieldSet Fields,
    SalesforceFault Fault,
    long LocalVersion,
    DateTimeOffset? Touch,
    long SettingsVersion,
    DateTimeOffset At,
    DateTimeOffset? RetryAt,
    int Attempts);
