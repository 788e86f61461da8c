using System.Collections.Immutable;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>What a reading answered.</summary>
/// <param name="ServerTime">The Date header of the answer: Salesforce's clock, whole seconds.</param>
/// <param name="Window">Rows of the window in order (SystemModstamp, Id); one page.</param>
/// <param name="NextPage">Opaque; null when the window is complete.</param>
/// <param name="TotalSize">Rows of the whole window, as Salesforce counts them.</param>
/// <param name="ById">The rows asked for by id that this user is shown; a missing id was not shown.</param>
internal sealed record ReadReply(
    DateTimeOffset ServerTime,
    ImmutableArray<SalesforceTask> Window,
    string? NextPage,
    int TotalSize,
    ImmutableArray<SalesforceTask> ById);
