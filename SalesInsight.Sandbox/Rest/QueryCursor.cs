using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Sandbox.Rest;

/// <summary>An answer too long for one page. It holds the rows as they were when the query ran.</summary>
internal sealed record QueryCursor(
    string Key, string UserId, IReadOnlyList<SObjectRecord> Rows, SoqlProjection Projection, int PageSize,
    DateTimeOffset Opened)
{
    /// <summary>Where the page from a row on ends: rows and the rows below them count alike (facts 2.3).</summary>
    internal int EndOf(int from)
    {
        var children = Projection.Columns.OfType<SoqlColumn.Children>().ToList();
        if (children.Count == 0) return Math.Min(from + PageSize, Rows.Count);
        var (until, room) = (from, PageSize);
        while (until < Rows.Count && (until == from || room > 0))
        {
            room -= 1 + children.Sum(column => Math.Min(column.Under(Rows[until]).Count, PageSize));
            until++;
        }

        return until;
    }
}
