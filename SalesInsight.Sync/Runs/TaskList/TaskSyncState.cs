using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>Where a task stands with Salesforce, and why: what the glyph, its tooltip and the note line say.</summary>
/// <param name="At">Since when, or when last found in step.</param>
/// <param name="Fault">Why Salesforce refused it, when parked.</param>
/// <param name="ErrorCode">Salesforce's code, shown last.</param>
/// <param name="Message">Salesforce's own text (for example an admin's validation message); plain text, encode
/// it.</param>
/// <param name="ForeignStatus">An open status set in Salesforce that is not ours: shown as a note.</param>
/// <param name="IsReadOnly">Synced fields are changed in Salesforce only (mode 'in only', or frozen).</param>
public sealed record TaskSyncState(
    SyncGlyph Glyph,
    ReasonCode Reason,
    DateTimeOffset? At,
    FaultCode? Fault = null,
    string? ErrorCode = null,
    string? Message = null,
    string? ForeignStatus = null,
    bool IsReadOnly = false);
