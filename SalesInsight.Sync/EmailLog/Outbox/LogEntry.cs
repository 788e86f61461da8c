using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>
/// One record in Salesforce that stands for a mail: written before it is sent, as the intent to, and kept as the answer
/// to where it was logged. One per mail and person, in the whole organization.
/// </summary>
/// <param name="Id">Derived (<see cref="EmailIds"/>); the second half of the external id.</param>
/// <param name="EmailId">For which mail.</param>
/// <param name="Address">For which of its addresses, as <c>EmailAddress.Key</c>.</param>
/// <param name="ConnectionId">Who sends it.</param>
/// <param name="Kind">An activity, or the lead it needs first.</param>
/// <param name="PersonId">Null: an activity that names nobody, or a lead that is not there yet.</param>
/// <param name="OpportunityId">Null: none.</param>
/// <param name="Subject">As sent; a record without our id is known by it.</param>
/// <param name="Date">As sent.</param>
/// <param name="IsDone">It is there; false: it was or is about to be sent, and nobody knows yet.</param>
/// <param name="SalesforceId">The record; null while not done, or where it is out of the user's sight.</param>
/// <param name="At">When the intent was written; once done, when that became known (our clock).</param>
/// <param name="DuplicateSeen">Salesforce said a record with this id exists.</param>
/// <param name="RollUpDue">Its records do not show its date yet, and were to when it was logged.</param>
internal sealed record LogEntry(
    Guid Id,
    Guid EmailId,
    string Address,
    Guid ConnectionId,
    LogEntry.Entity Kind,
    string? PersonId,
    string? OpportunityId,
    string Subject,
    DateOnly Date,
    bool IsDone,
    string? SalesforceId,
    DateTimeOffset At,
    bool DuplicateSeen = false,
    bool RollUpDue = false)
{
    /// <summary>Names are stored and never renamed.</summary>
    internal enum Entity
    {
        Activity,
        Lead,
    }
}
