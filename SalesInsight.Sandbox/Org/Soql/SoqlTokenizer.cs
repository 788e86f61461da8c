using System.Text;
using System.Text.RegularExpressions;

namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>
/// Cuts a query into tokens. A moment is a token of its own: a tokenizer that reads
/// <c>2015-06-26T20:00:19Z</c> as the number 2015 makes delta reading impossible (facts 9, go-salesforce-emulator).
/// </summary>
internal static partial class SoqlTokenizer
{
    internal static List<SoqlToken> Tokenize(string soql)
    {
        var tokens = new List<SoqlToken>();
        var at = 0;
        while (at < soql.Length)
        {
            var letter = soql[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
            }
            else if (letter == '\'')
            {
                tokens.Add(new SoqlToken(SoqlTokenKind.Text, ReadText(soql, at, out var next), at));
                at = next;
            }
            else
            {
                var token = ReadBare(soql, at);
                tokens.Add(token);
                at += token.Text.Length;
            }
        }

        tokens.Add(new SoqlToken(SoqlTokenKind.End, "", soql.Length));
        return tokens;
    }

    private static SoqlToken ReadBare(string soql, int at)
    {
        // The first letter says what it can be: a query is mostly words, and a try at each kind costs.
        var first = soql[at];
        var token = first == '_' || char.IsAsciiLetter(first) ? Read(SoqlTokenKind.Word, Word())
            : first == '-' || char.IsAsciiDigit(first) ? ReadFigures()
            : Read(SoqlTokenKind.Symbol, Symbol());
        return token ?? throw SoqlRefusal.Malformed($"unexpected char: '{first}'");

        SoqlToken? ReadFigures() => Read(SoqlTokenKind.Moment, Moment())
            ?? Read(SoqlTokenKind.Date, Date()) ?? Read(SoqlTokenKind.Number, Number());

        SoqlToken? Read(SoqlTokenKind kind, Regex regex) =>
            Match(regex, soql, at) is { } text ? new SoqlToken(kind, text, at) : null;
    }

    private static string ReadText(string soql, int start, out int next)
    {
        var text = new StringBuilder();
        for (var at = start + 1; at < soql.Length; at++)
        {
            if (soql[at] == '\'')
            {
                next = at + 1;
                return text.ToString();
            }

            if (soql[at] == '\\' && at + 1 < soql.Length) AppendEscaped(text, soql[++at]);
            else text.Append(soql[at]);
        }

        throw SoqlRefusal.Malformed("line 1: unterminated string literal");
    }

    // \% and \_ keep their backslash: only LIKE may resolve them, else '100\%' would become a wildcard.
    private static void AppendEscaped(StringBuilder text, char escaped) => text.Append(escaped switch
    {
        'n' or 'N' => "\n",
        'r' or 'R' => "\r",
        't' or 'T' => "\t",
        'b' or 'B' => "\b",
        'f' or 'F' => "\f",
        '\'' or '"' => escaped.ToString(),
        '\\' => "\\",
        '%' or '_' => "\\" + escaped,
        _ => throw SoqlRefusal.Malformed($"Illegal escape: \\{escaped}"),
    });

    private static string? Match(Regex regex, string soql, int at) =>
        regex.Match(soql, at) is { Success: true } match ? match.Value : null;

    // [0-9] and not \d, which knows the digits of every script.
    [GeneratedRegex(@"\G[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:?[0-9]{2})")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\G[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9T])")]
    private static partial Regex Date();

    [GeneratedRegex(@"\G-?[0-9]+(\.[0-9]+)?(?![\w-])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G(<=|>=|!=|<>|[=<>(),:])")]
    private static partial Regex Symbol();
}
