using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.Faults;

/// <summary>What is known about something that went wrong; all the classifier may look at.</summary>
internal abstract record FaultEvidence
{
    private FaultEvidence()
    {
    }

    /// <summary>A data call was refused whole.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Errors">What the body said; empty for a page or an empty body.</param>
    /// <param name="IsPage">The body is HTML: it came from a login, edge or maintenance page, not from the API.</param>
    /// <param name="RetryAfter">The header, if any.</param>
    internal sealed record Call(
        int Status, IReadOnlyList<ErrorItem> Errors, bool IsPage = false, TimeSpan? RetryAfter = null) : FaultEvidence;

    /// <summary>One row of a collection, or one step of a composite call, was refused.</summary>
    internal sealed record Row(IReadOnlyList<ErrorItem> Errors) : FaultEvidence;

    /// <summary>The login host refused.</summary>
    internal sealed record Login(int Status, string? Error, string? Description, TimeSpan? RetryAfter = null)
        : FaultEvidence;

    /// <summary>There was no usable answer at all.</summary>
    internal sealed record Transport(TransportFailure Failure) : FaultEvidence;
}
