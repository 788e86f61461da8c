using System.Collections.Immutable;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>An answer of getDeleted: minute grain, at most 15 days back (REST guide, sObject Get Deleted).</summary>
internal sealed record DeletedReply(
    ImmutableArray<DeletedRecord> Records, DateTimeOffset EarliestAvailable, DateTimeOffset LatestCovered);
