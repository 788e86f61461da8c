namespace SalesInsight.Sync.Salesforce.Faults;

/// <summary>How an exchange broke off.</summary>
internal enum TransportFailure
{
    /// <summary>No connection was made: nothing was sent.</summary>
    NoConnection,

    /// <summary>The connection broke after the request had begun to leave.</summary>
    Cut,

    /// <summary>No answer within the time allowed.</summary>
    Timeout,

    /// <summary>An answer that is not what it should be: half a body, a page, another shape.</summary>
    Garbage,
}
