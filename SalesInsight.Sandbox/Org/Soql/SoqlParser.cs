using System.Globalization;
using SalesInsight.Sandbox.Org.Writing;

namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>
/// Recursive descent over one query:
/// SELECT fields FROM object [WHERE condition] [ORDER BY ...] [LIMIT n] [OFFSET n]; a field may be a sub-query.
/// AND and OR may not be mixed without parentheses, as in Salesforce.
/// </summary>
internal sealed class SoqlParser
{
    private const int DepthMax = 50;
    private readonly string soql;
    private readonly List<SoqlToken> tokens;
    private readonly DateOnly today;
    private int at;

    private SoqlParser(string soql, DateOnly today) =>
        (this.soql, this.today, tokens) = (soql, today, SoqlTokenizer.Tokenize(soql));

    private SoqlToken Current => tokens[at];

    /// <param name="today">The day date literals count from, in the reader's zone.</param>
    internal static SoqlQuery Parse(string soql, DateOnly today)
    {
        if (soql.Length > SoqlQuery.LengthMax)
            throw SoqlRefusal.Malformed($"SOQL statements cannot be longer than {SoqlQuery.LengthMax} characters.");
        var parser = new SoqlParser(soql, today);
        var query = parser.Query();
        return parser.Current.Kind == SoqlTokenKind.End ? query : throw SoqlRefusal.Unexpected(parser.Current);
    }

    private SoqlQuery Query()
    {
        Expect("SELECT");
        var selection = Selection();
        Expect("FROM");
        var query = selection with
        {
            From = Path(),
            Where = Accept("WHERE") ? Condition(0) : null,
            OrderBy = AcceptPair("ORDER", "BY") ? [.. Separated(Order)] : [],
            Limit = Accept("LIMIT") ? WholeNumber() : null,
            Offset = Accept("OFFSET") ? WholeNumber() : 0,
        };
        if (query.Offset > SoqlQuery.OffsetMax)
        {
            throw new SoqlRefusal(new SandboxError(
                "NUMBER_OUTSIDE_VALID_RANGE", $"Maximum SOQL offset allowed is {SoqlQuery.OffsetMax}"));
        }

        return query;
    }

    private SoqlQuery Selection()
    {
        var nothing = new SoqlQuery { Text = soql, Fields = [], From = new SoqlPath("", at) };
        if (Current.Is("COUNT") && tokens[at + 1].Is("(") && tokens[at + 2].Is(")"))
        {
            at += 3;
            return nothing with { CountsOnly = true };
        }

        if (Current.Is("FIELDS") && tokens[at + 1].Is("("))
        {
            at += 2;
            var group = Word().Text.ToUpperInvariant();
            Expect(")");
            return nothing with { FieldGroup = group };
        }

        var (fields, children) = (new List<SoqlPath>(), new List<SoqlQuery>());
        do
        {
            if (Accept("(")) children.Add(Child());
            else fields.Add(Path());
        }
        while (Accept(","));
        return nothing with { Fields = fields, Children = children };
    }

    /// <summary>A query within the brackets of a field list: plain fields of one level (facts 2.3).</summary>
    private SoqlQuery Child()
    {
        var child = Query();
        Expect(")");
        return child is { Children.Count: 0, CountsOnly: false, FieldGroup: null }
            ? child
            : throw SoqlRefusal.Malformed("a sub-query selects fields only");
    }

    private SoqlCondition Condition(int depth)
    {
        if (depth > DepthMax) throw SoqlRefusal.Malformed("query is nested too deeply");
        var first = Term(depth);
        if (Current.Is("AND")) return new SoqlCondition.All(Chain("AND", first, depth));
        return Current.Is("OR") ? new SoqlCondition.Any(Chain("OR", first, depth)) : first;
    }

    private List<SoqlCondition> Chain(string word, SoqlCondition first, int depth)
    {
        var parts = new List<SoqlCondition> { first };
        while (Accept(word)) parts.Add(Term(depth));
        if (Current.Is("AND") || Current.Is("OR")) throw SoqlRefusal.Unexpected(Current);
        return parts;
    }

    private SoqlCondition Term(int depth)
    {
        if (Accept("NOT")) return new SoqlCondition.Not(Term(depth + 1));
        if (!Accept("(")) return Comparison();
        var inner = Condition(depth + 1);
        Expect(")");
        return inner;
    }

    private SoqlCondition Comparison()
    {
        var field = Path();
        if (Accept("IN")) return new SoqlCondition.In(field, false, ValueList());
        if (AcceptPair("NOT", "IN")) return new SoqlCondition.In(field, true, ValueList());
        return new SoqlCondition.Compare(field, Operator(), Literal());
    }

    private SoqlOperator Operator()
    {
        var token = Take();
        return token.Text.ToUpperInvariant() switch
        {
            "=" => SoqlOperator.Equal,
            "!=" or "<>" => SoqlOperator.NotEqual,
            "<" => SoqlOperator.Less,
            "<=" => SoqlOperator.LessOrEqual,
            ">" => SoqlOperator.Greater,
            ">=" => SoqlOperator.GreaterOrEqual,
            "LIKE" => SoqlOperator.Like,
            _ => throw SoqlRefusal.Unexpected(token),
        };
    }

    private List<SoqlLiteral> ValueList()
    {
        Expect("(");
        var values = Separated(Literal).ToList();
        Expect(")");
        return values;
    }

    private SoqlLiteral Literal()
    {
        var token = Take();
        return token.Kind switch
        {
            SoqlTokenKind.Text when token.Text.Length > SoqlQuery.FilterTextMax =>
                throw SoqlRefusal.Malformed($"filter text is longer than {SoqlQuery.FilterTextMax} characters"),
            SoqlTokenKind.Text => new SoqlLiteral.Text(token.Text),
            SoqlTokenKind.Number => new SoqlLiteral.Number(double.Parse(token.Text, CultureInfo.InvariantCulture)),
            SoqlTokenKind.Date when DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", out var day) =>
                new SoqlLiteral.Day(day),
            SoqlTokenKind.Moment when FieldValue.ReadMoment(token.Text) is { } moment =>
                new SoqlLiteral.Moment(moment),
            SoqlTokenKind.Word => Named(token),
            _ => throw SoqlRefusal.Unexpected(token),
        };
    }

    private SoqlLiteral Named(SoqlToken token)
    {
        var name = token.Text.ToUpperInvariant();
        if (name == "NULL") return new SoqlLiteral.Nothing();
        if (name is "TRUE" or "FALSE") return new SoqlLiteral.Flag(name == "TRUE");
        var days = Accept(":") ? WholeNumber() : (int?)null;
        return SoqlDates.Read(name, days, today) ?? throw SoqlRefusal.Unexpected(token);
    }

    private SoqlOrder Order()
    {
        var field = Path();
        var descending = Accept("DESC");
        if (!descending) Accept("ASC");
        var last = false;
        if (Accept("NULLS"))
        {
            last = Accept("LAST");
            if (!last) Expect("FIRST");
        }

        return new SoqlOrder(field, descending, last);
    }

    private SoqlPath Path()
    {
        var token = Word();
        return new SoqlPath(token.Text, token.Position);
    }

    private IEnumerable<T> Separated<T>(Func<T> read)
    {
        do yield return read();
        while (Accept(","));
    }

    private int WholeNumber()
    {
        var token = Take();
        return token.Kind == SoqlTokenKind.Number && int.TryParse(token.Text, out var number) && number >= 0
            ? number
            : throw SoqlRefusal.Unexpected(token);
    }

    private SoqlToken Word() =>
        Current.Kind == SoqlTokenKind.Word ? Take() : throw SoqlRefusal.Unexpected(Current);

    private SoqlToken Take() => Current.Kind == SoqlTokenKind.End ? Current : tokens[at++];

    private bool Accept(string word)
    {
        if (!Current.Is(word)) return false;
        at++;
        return true;
    }

    private bool AcceptPair(string first, string second)
    {
        if (!Current.Is(first) || !tokens[at + 1].Is(second)) return false;
        at += 2;
        return true;
    }

    private void Expect(string word)
    {
        if (!Accept(word)) throw SoqlRefusal.Unexpected(Current);
    }
}
