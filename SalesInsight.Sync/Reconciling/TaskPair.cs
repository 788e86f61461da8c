using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>What is known of one task on both sides.</summary>
internal abstract record TaskPair
{
    private TaskPair() { }

    /// <param name="Outbound">Made under this connection's sync, or sent by hand (design 5.1, 5.2).</param>
    internal sealed record LocalOnly(LocalView Local, bool Outbound) : TaskPair;

    internal sealed record SalesforceOnly(SalesforceView.Present Salesforce) : TaskPair;

    /// <summary>Two existing tasks that a person, or our id on the record, says are one.</summary>
    internal sealed record Matched(LocalView.Present Local, SalesforceView.Present Salesforce) : TaskPair;

    /// <param name="Removed">Both sides were gone: the link is a tombstone (ids and last contents).</param>
    /// <param name="Parked">Fields whose outgoing value Salesforce refused and that nothing has changed since.</param>
    /// <param name="BinNoted">What the recycle bin shows beyond the base is recorded already.</param>
    internal sealed record Linked(
        TaskBase Base, LocalView Local, SalesforceView Salesforce, bool Removed = false, FieldSet Parked = default,
        bool BinNoted = false)
        : TaskPair;
}
