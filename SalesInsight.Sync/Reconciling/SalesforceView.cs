using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>How Salesforce's side looks to the reconciler.</summary>
internal abstract record SalesforceView
{
    private SalesforceView() { }

    /// <param name="Content">Raw values as read, or as last seen when the record did not change.</param>
    /// <param name="LastModified">LastModifiedDate, never SystemModstamp; null when it says nothing about a person's
    /// edit (our own write, or the current second): then Salesforce counts as newer.</param>
    internal sealed record Present(SalesforceContent Content, DateTimeOffset? LastModified = null) : SalesforceView;

    /// <summary>In the recycle bin, merged away or purged.</summary>
    internal sealed record Tombstone(SalesforceContent? LastContent = null) : SalesforceView;

    /// <summary>Not shown to this user, and nothing says it was deleted.</summary>
    internal sealed record OutOfSight : SalesforceView;

    /// <summary>Owned by somebody else now.</summary>
    internal sealed record Reassigned : SalesforceView;
}
