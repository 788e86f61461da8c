using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Sandbox.Rest;

/// <summary>An answer too long for one page. It holds the rows as they were when the query ran.</summary>
internal sealed record QueryCursor(
    string Key, string UserId, IReadOnlyList<SObjectRecord> Rows, SoqlProjection Projection, int PageSize,
    DateTimeOffset Opened);
