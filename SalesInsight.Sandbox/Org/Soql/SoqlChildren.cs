using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>Runs the sub-queries of a query, all parents at once. Called under the org's lock.</summary>
internal sealed class SoqlChildren(OrgStore store, SoqlNames names, TimeZoneInfo zone)
{
    /// <param name="isShown">Whether the reader of this query sees a row.</param>
    internal SoqlColumn.Children Find(ObjectSchema parent, SoqlQuery query, Func<SObjectRecord, bool> isShown)
    {
        var relationship = names.Child(parent, query.From);
        var child = relationship.Child;
        var projection = SoqlProjection.Of(names, child, query);
        var test = new SoqlFilter(names, child, zone).Compile(query.Where);
        var found = store.Table(child.Name).Rows.Where(row => isShown(row) && test(row)).ToList();
        found.Sort(SoqlSorting.Compile(names, child, query.OrderBy));
        var field = relationship.Field.Ordinal;
        var byParent = found.ToLookup(row => row[field] as string);
        var limit = query.Limit ?? int.MaxValue;
        return new SoqlColumn.Children(
            relationship.Name!, row => [.. byParent[row.Id].Skip(query.Offset).Take(limit)], projection);
    }
}
