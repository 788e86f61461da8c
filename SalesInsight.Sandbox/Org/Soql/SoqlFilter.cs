using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>Turns a WHERE clause into a test of a row. Types are checked once, not per row.</summary>
internal sealed class SoqlFilter(SoqlNames names, ObjectSchema root, TimeZoneInfo zone)
{
    internal Func<SObjectRecord, bool> Compile(SoqlCondition? condition)
    {
        switch (condition)
        {
            case null:
                return _ => true;
            case SoqlCondition.All all:
                var every = all.Parts.Select(Compile).ToArray();
                return row => Array.TrueForAll(every, test => test(row));
            case SoqlCondition.Any any:
                var some = any.Parts.Select(Compile).ToArray();
                return row => Array.Exists(some, test => test(row));
            case SoqlCondition.Not not:
                var inner = Compile(not.Inner);
                return row => !inner(row);
            case SoqlCondition.Compare compare:
                return Compare(Filterable(compare.Field), compare.Operator, compare.Value);
            case SoqlCondition.In list:
                return In(Filterable(list.Field), list);
            default:
                throw new UnreachableException();
        }
    }

    private BoundField Filterable(SoqlPath path)
    {
        var field = names.Field(root, path);
        return field.Schema.Filterable
            ? field
            : throw new SoqlRefusal(SandboxErrors.InvalidField(
                $"field '{path.Text}' can not be filtered in a query call"));
    }

    private Func<SObjectRecord, bool> In(BoundField field, SoqlCondition.In list)
    {
        var type = field.Schema.Type;
        if (!list.Values.All(value => value is SoqlLiteral.Text or SoqlLiteral.Nothing) || type is FieldType.Date)
        {
            var tests = list.Values.Select(value => Compare(field, SoqlOperator.Equal, value)).ToArray();
            return row => Array.Exists(tests, test => test(row)) != list.Negated;
        }

        var isId = type is FieldType.Id or FieldType.Reference;
        var comparer = isId ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var wanted = list.Values.OfType<SoqlLiteral.Text>()
            .Select(value => isId ? IdOf(field.Schema, value.Value) : value.Value).ToHashSet(comparer);
        var wantsNull = list.Values.Any(value => value is SoqlLiteral.Nothing);
        return row => (field.Read(row) is string text ? wanted.Contains(text) : wantsNull) != list.Negated;
    }

    private Func<SObjectRecord, bool> Compare(BoundField field, SoqlOperator op, SoqlLiteral value)
    {
        if (value is SoqlLiteral.Nothing) return CompareNull(field, op);
        switch (field.Schema.Type)
        {
            case FieldType.Boolean when value is SoqlLiteral.Flag flag:
                return CompareFlag(field, op, flag.Value);
            case FieldType.Int when value is SoqlLiteral.Number whole:
                return row => field.Read(row) is int number
                    ? Holds(op, ((double)number).CompareTo(whole.Value)) : op == SoqlOperator.NotEqual;
            case FieldType.Double when value is SoqlLiteral.Number bound:
                return Range(field, op, bound.Value, bound.Value);
            case FieldType.Date when value is SoqlLiteral.Day day:
                return Range(field, op, day.Value, day.Value);
            case FieldType.Date when value is SoqlLiteral.Stretch days:
                return Range(field, op, days.From, days.Until, halfOpen: true);
            case FieldType.DateTime when value is SoqlLiteral.Moment moment:
                return Range(field, op, moment.Value, moment.Value);
            case FieldType.DateTime when value is SoqlLiteral.Stretch days:
                return Range(field, op, Midnight(days.From), Midnight(days.Until), halfOpen: true);
            case FieldType.Id or FieldType.Reference when value is SoqlLiteral.Text text && op != SoqlOperator.Like:
                var id = IdOf(field.Schema, text.Value);
                return row => field.Read(row) is string held
                    ? Holds(op, string.CompareOrdinal(held, id)) : op == SoqlOperator.NotEqual;
            case var type when value is SoqlLiteral.Text text && IsText(type):
                return CompareText(field, op, text.Value);
            default:
                throw new SoqlRefusal(SandboxErrors.InvalidField(
                    $"value of filter criterion for field '{field.Schema.Name}' must be of type " +
                    $"{TypeName(field.Schema.Type)} and should not be enclosed in quotes"));
        }
    }

    private static Func<SObjectRecord, bool> CompareNull(BoundField field, SoqlOperator op) => op switch
    {
        SoqlOperator.Equal => row => field.Read(row) is null,
        SoqlOperator.NotEqual => row => field.Read(row) is not null,
        _ => throw BadOperator(op),
    };

    private static Func<SObjectRecord, bool> CompareFlag(BoundField field, SoqlOperator op, bool value) => op switch
    {
        SoqlOperator.Equal => row => field.Read(row) is true == value,
        SoqlOperator.NotEqual => row => field.Read(row) is true != value,
        _ => throw BadOperator(op),
    };

    private static Func<SObjectRecord, bool> CompareText(BoundField field, SoqlOperator op, string value)
    {
        if (op == SoqlOperator.Like)
        {
            var pattern = LikePattern(value);
            return row => field.Read(row) is string text && pattern.IsMatch(text);
        }

        return row => field.Read(row) is string text
            ? Holds(op, string.Compare(text, value, StringComparison.OrdinalIgnoreCase))
            : op == SoqlOperator.NotEqual;
    }

    /// <summary>From..until as one value: below it, in it or above it. A null is only ever not equal.</summary>
    private static Func<SObjectRecord, bool> Range<T>(
        BoundField field, SoqlOperator op, T from, T until, bool halfOpen = false)
        where T : struct, IComparable<T>
    {
        if (op == SoqlOperator.Like) throw BadOperator(op);
        return row =>
        {
            if (field.Read(row) is not T held) return op == SoqlOperator.NotEqual;
            if (held.CompareTo(from) < 0) return Holds(op, -1);
            var above = held.CompareTo(until);
            return Holds(op, above > 0 || (halfOpen && above == 0) ? 1 : 0);
        };
    }

    private static bool Holds(SoqlOperator op, int order) => op switch
    {
        SoqlOperator.Equal => order == 0,
        SoqlOperator.NotEqual => order != 0,
        SoqlOperator.Less => order < 0,
        SoqlOperator.LessOrEqual => order <= 0,
        SoqlOperator.Greater => order > 0,
        SoqlOperator.GreaterOrEqual => order >= 0,
        _ => throw new UnreachableException(),
    };

    private static string IdOf(FieldSchema field, string text) => RecordId.Normalise(text)
        ?? throw new SoqlRefusal(new SandboxError(
            "INVALID_QUERY_FILTER_OPERATOR", $"invalid ID field: {text}", field.Name));

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static bool IsText(FieldType type) => type is FieldType.String or FieldType.TextArea
        or FieldType.Picklist or FieldType.Combobox or FieldType.Email or FieldType.Phone;

    private static string TypeName(FieldType type) =>
        type == FieldType.DateTime ? "dateTime" : type.ToString().ToLowerInvariant();

    private static SoqlRefusal BadOperator(SoqlOperator op) => new(new SandboxError(
        "INVALID_QUERY_FILTER_OPERATOR", $"invalid operator {op} for this field"));

    private static Regex LikePattern(string like)
    {
        var pattern = new StringBuilder("^");
        for (var at = 0; at < like.Length; at++)
        {
            if (like[at] == '\\' && at + 1 < like.Length) pattern.Append(Regex.Escape(like[++at].ToString()));
            else if (like[at] == '%') pattern.Append(".*");
            else if (like[at] == '_') pattern.Append('.');
            else pattern.Append(Regex.Escape(like[at].ToString()));
        }

        const RegexOptions options =
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline
            | RegexOptions.NonBacktracking;
        return new Regex(pattern.Append("\\z").ToString(), options);
    }
}
