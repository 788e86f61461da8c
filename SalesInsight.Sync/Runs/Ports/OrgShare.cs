using System.Collections.Immutable;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>One connection's part of a reading: rows its user owns and rows linked to it.</summary>
internal sealed record OrgShare(OrgReading Reading, ImmutableArray<OrgRow> Rows);
