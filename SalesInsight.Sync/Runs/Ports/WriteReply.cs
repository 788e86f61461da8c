using System.Collections.Immutable;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>What a write call answered.</summary>
/// <param name="ServerTime">The Date header of the answer.</param>
/// <param name="PreImages">By record id: the rows as they were just before the writes; a row that was not shown, or was
/// deleted, is missing.</param>
/// <param name="Outcomes">One per row, in the order asked.</param>
internal sealed record WriteReply(
    DateTimeOffset ServerTime,
    ImmutableDictionary<string, SalesforceTask> PreImages,
    ImmutableArray<WriteReply.Outcome> Outcomes)
{
    /// <summary>What became of one row.</summary>
    internal abstract record Outcome;

    /// <param name="SalesforceId">The record written; new for a create.</param>
    internal sealed record Done(string SalesforceId) : Outcome;

    /// <summary>Refused by Salesforce: nothing was written for this row.</summary>
    internal sealed record Refused(SalesforceFault Fault) : Outcome;

    /// <summary>No outcome came back for this row (its subrequest failed without a row result): fate unknown.</summary>
    internal sealed record Unknown : Outcome;
}
