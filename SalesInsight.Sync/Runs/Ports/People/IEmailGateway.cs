namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>Opens Salesforce for the logging of mails.</summary>
internal interface IEmailGateway
{
    /// <inheritdoc cref="ISalesforceGateway.RequestTimeout"/>
    TimeSpan RequestTimeout { get; }

    /// <inheritdoc cref="ISalesforceGateway.OpenAsync"/>
    Task<IEmailSession> OpenForEmailAsync(Guid connectionId, CancellationToken stop);
}
