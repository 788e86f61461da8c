using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SalesInsight.Tests.House;

/// <summary>What fits on a screen is read; the numbers are the budgets the project agreed on.</summary>
internal static class SizeRules
{
    private const int LinesPerFileMax = 400;
    private const int LinesPerMarkupMax = 150;
    private const int LinesPerCodeBehindMax = 200;
    private const int LinesPerMethodMax = 70;
    private const int ColumnsMax = 120;

    public static IReadOnlyList<HouseRule> All { get; } =
    [
        HouseRule.PerFile("file-lines", IsSized, f => TooLong(f, LinesPerFileMax)),
        HouseRule.PerFile("razor-lines", f => f.IsRazor, f => TooLong(f, LinesPerMarkupMax)),
        HouseRule.PerFile("code-behind-lines", f => f.Is(".razor.cs"), f => TooLong(f, LinesPerCodeBehindMax)),
        HouseRule.PerFile("line-columns", f => IsSized(f) || f.Is(".csproj", ".props", ".targets"), TooWide),
        HouseRule.PerFile("method-lines", f => f.IsCSharp && !f.IsMigration, TooLongMethods),
    ];

    public static int LineCount(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    public static int FirstLine(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>Everything with a body of its own: methods, constructors, operators, local functions.</summary>
    public static IEnumerable<SyntaxNode> Methods(SourceFile file) => file.Syntax.DescendantNodes()
        .Where(n => n is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
            or AccessorDeclarationSyntax { Body: not null });

    private static bool IsSized(SourceFile file) =>
        !file.IsMigration && file.Is(".cs", ".razor", ".css", ".js", ".mjs", ".sh");

    private static IEnumerable<string> TooLong(SourceFile file, int max) =>
        file.Lines.Length > max ? [$"{file.Lines.Length} lines, at most {max}"] : [];

    private static IEnumerable<string> TooWide(SourceFile file) => file.Lines
        .Select((line, i) => (Columns: line.TrimEnd('\r').Length, Number: i + 1))
        .Where(l => l.Columns > ColumnsMax)
        .Select(l => $"line {l.Number}: {l.Columns} columns, at most {ColumnsMax}");

    private static IEnumerable<string> TooLongMethods(SourceFile file) => Methods(file)
        .Where(m => LineCount(m) > LinesPerMethodMax)
        .Select(m => $"line {FirstLine(m)}: a method of {LineCount(m)} lines, at most {LinesPerMethodMax}");
}
