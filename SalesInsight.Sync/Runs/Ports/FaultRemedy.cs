namespace SalesInsight.Sync.Runs.Ports;

/// <summary>Who can do something about a fault (design section 6, Faults).</summary>
public enum FaultRemedy
{
    /// <summary>Time: the same thing is tried again later.</summary>
    RetryAfter,

    /// <summary>The user: reconnect, or change the value.</summary>
    NeedsUser,

    /// <summary>An admin, here or in Salesforce.</summary>
    NeedsAdmin,

    /// <summary>Us: a request Salesforce could not understand.</summary>
    OurBug,
}
