using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Schema;
using SalesInsight.Sandbox.Org.Setup;

namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>Runs one query as a user. Called under the org's lock.</summary>
internal sealed class SoqlRunner(SandboxOptions options, OrgStore store, Sharing sharing, SandboxUsers users)
{
    /// <param name="all">queryAll: the bin and archived tasks too.</param>
    internal QueryOutcome Run(CallContext context, string soql, bool all)
    {
        try
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(users.Find(context.UserId)?.TimeZone ?? "UTC");
            var now = TimeZoneInfo.ConvertTime(store.Clock.UtcNow, zone);
            return Run(context, SoqlParser.Parse(soql, DateOnly.FromDateTime(now.DateTime)), zone, all);
        }
        catch (SoqlRefusal refusal)
        {
            return new QueryOutcome.Refused(refusal.Error);
        }
    }

    private QueryOutcome Run(CallContext context, SoqlQuery query, TimeZoneInfo zone, bool all)
    {
        var names = new SoqlNames(store, sharing, context, query.Text);
        var schema = names.Object(query.From);
        var projection = SoqlProjection.Of(names, schema, query);
        if (query.Children.Count > SoqlQuery.ChildrenMax) throw SoqlRefusal.Malformed("too many sub-queries");
        foreach (var child in query.Children)
            projection.Add(new SoqlChildren(store, names, zone).Find(schema, child, IsShown));
        var test = new SoqlFilter(names, schema, zone).Compile(query.Where);
        var comparison = SoqlSorting.Compile(names, schema, query.OrderBy);
        var found = new List<SObjectRecord>();
        foreach (var row in Candidates(schema, query.Where))
            if (IsLive(row) && test(row) && sharing.CanSee(context, row)) found.Add(row);

        if (TouchesTooMuch(context, schema, projection, found))
            return new QueryOutcome.Refused(new SandboxError(
                "OPERATION_TOO_LARGE", $"exceeded {options.WhoWhatMax} distinct who/what's"));
        if (query.CountsOnly) return new QueryOutcome.Count(found.Count);
        found.Sort(comparison);
        var page = found.Skip(query.Offset).Take(query.Limit ?? int.MaxValue);
        return new QueryOutcome.Rows(query is { Offset: 0, Limit: null } ? found : [.. page], projection);

        bool IsLive(SObjectRecord row) => all || !(row.IsDeleted || row.Flag("IsArchived"));

        bool IsShown(SObjectRecord row) => IsLive(row) && sharing.CanSee(context, row);
    }

    /// <summary>A query for known ids, or for what changed since a moment, must not walk the table.</summary>
    private IEnumerable<SObjectRecord> Candidates(ObjectSchema schema, SoqlCondition? where)
    {
        var table = store.Table(schema.Name);
        IReadOnlyList<SoqlCondition> parts = where is SoqlCondition.All all ? all.Parts : where is null ? [] : [where];
        foreach (var part in parts)
        {
            var ids = part switch
            {
                SoqlCondition.In { Negated: false } list when IsId(list.Field) => Texts(list.Values),
                SoqlCondition.Compare { Operator: SoqlOperator.Equal } equal when IsId(equal.Field) =>
                    Texts([equal.Value]),
                _ => null,
            };
            if (ids is not null) return ids.Select(table.Find).OfType<SObjectRecord>();
        }

        return parts.Select(Since).FirstOrDefault(since => since is not null) is { } from
            ? table.Since(from)
            : table.Rows;
    }

    private static DateTimeOffset? Since(SoqlCondition part) =>
        part is SoqlCondition.Compare
        {
            Operator: SoqlOperator.Greater or SoqlOperator.GreaterOrEqual, Value: SoqlLiteral.Moment moment,
        } compare
        && string.Equals(compare.Field.Text, "SystemModstamp", StringComparison.OrdinalIgnoreCase)
            ? moment.Value
            : null;

    private static IEnumerable<string>? Texts(IReadOnlyList<SoqlLiteral> values) =>
        values.All(value => value is SoqlLiteral.Text)
            ? values.Select(value => RecordId.Normalise(((SoqlLiteral.Text)value).Value)).OfType<string>().Distinct()
            : null;

    private static bool IsId(SoqlPath path) => string.Equals(path.Text, "Id", StringComparison.OrdinalIgnoreCase);

    /// <summary>Sharing of people and records is checked one by one, and only so many times (facts 4.4).</summary>
    private bool TouchesTooMuch(
        CallContext context, ObjectSchema schema, SoqlProjection projection, List<SObjectRecord> found)
    {
        if (context.ViewAllData || schema.Name != "Task" || 2L * found.Count <= options.WhoWhatMax) return false;
        if (!projection.Columns.Any(column => column.Name is "Who" or "What" or "WhoId" or "WhatId")) return false;
        var parents = found.SelectMany(row => new[] { row.Text("WhoId"), row.Text("WhatId") });
        return parents.OfType<string>().Distinct().Count() > options.WhoWhatMax;
    }
}
