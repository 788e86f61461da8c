using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>ORDER BY: nulls first unless said otherwise, ids byte by byte, other text without case.</summary>
internal static class SoqlSorting
{
    internal static Comparison<SObjectRecord> Compile(
        SoqlNames names, ObjectSchema root, IReadOnlyList<SoqlOrder> orders)
    {
        var parts = orders.Select(order => Part(names, root, order)).ToArray();
        return (left, right) =>
        {
            foreach (var part in parts)
                if (part(left, right) is var result and not 0) return result;
            // Rows without an order come by id, so that two runs answer alike.
            return string.CompareOrdinal(left.Id, right.Id);
        };
    }

    private static Comparison<SObjectRecord> Part(SoqlNames names, ObjectSchema root, SoqlOrder order)
    {
        var field = names.Field(root, order.Field);
        if (!field.Schema.Sortable)
        {
            throw new SoqlRefusal(SandboxErrors.InvalidField(
                $"field '{order.Field.Text}' can not be sorted in a query call"));
        }

        var byBytes = field.Schema.Type is FieldType.Id or FieldType.Reference;
        return (left, right) =>
        {
            var (a, b) = (field.Read(left), field.Read(right));
            if (a is null || b is null) return NullOrder(a, b, order.NullsLast);
            var result = Compare(a, b, byBytes);
            return order.Descending ? -result : result;
        };
    }

    private static int NullOrder(object? a, object? b, bool nullsLast)
    {
        if (a is null && b is null) return 0;
        return a is null == nullsLast ? 1 : -1;
    }

    private static int Compare(object a, object b, bool byBytes) => (a, b) switch
    {
        (string left, string right) when byBytes => string.CompareOrdinal(left, right),
        (string left, string right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
        (DateTimeOffset left, DateTimeOffset right) => left.CompareTo(right),
        (DateOnly left, DateOnly right) => left.CompareTo(right),
        (int left, int right) => left.CompareTo(right),
        (double left, double right) => left.CompareTo(right),
        (bool left, bool right) => left.CompareTo(right),
        _ => 0,
    };
}
