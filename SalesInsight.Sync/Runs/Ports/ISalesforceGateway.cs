namespace SalesInsight.Sync.Runs.Ports;

/// <summary>Opens Salesforce for a connection.</summary>
internal interface ISalesforceGateway
{
    /// <summary>After this long a request that got no reply is given up; the engine's intent deadline rests on it.
    /// </summary>
    TimeSpan RequestTimeout { get; }

    /// <summary>
    /// Throws <see cref="SalesforceFaultException"/> when the connection's grant is known to be dead.
    /// </summary>
    Task<ISalesforceSession> OpenAsync(Guid connectionId, CancellationToken stop);
}
