using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SalesInsight.Tests.House;

/// <summary>How a file and a type are built: one idea each, few dependencies, no drawers.</summary>
internal static class ShapeRules
{
    private const int DependenciesMax = 6;

    private static readonly string[] Drawers = ["Helpers", "Utils", "Common", "Models", "Services"];

    public static IReadOnlyList<HouseRule> All { get; } =
    [
        HouseRule.PerFile("one-type-per-file", IsOurCode, TwoTypes),
        HouseRule.PerFile("constructor-dependencies", IsOurCode, GreedyConstructors),
        HouseRule.PerFile("injected-dependencies", f => f.IsRazor || f.Is(".razor.cs"), GreedyComponent),
        HouseRule.PerFile("no-drawer-folders", _ => true, DrawerFolders),
        HouseRule.PerFile("namespace-is-folder", IsOurCode, StrayNamespace),
        HouseRule.PerFile("no-silent-catch", IsOurCode, SilentCatches),
        HouseRule.PerFile("tests-read-as-claims", f => f.IsCSharp && f.Project == "SalesInsight.Tests", MuteTests),
    ];

    public static IEnumerable<MemberDeclarationSyntax> TopLevelTypes(SourceFile file) => file.Syntax
        .DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool IsOurCode(SourceFile file) => file.IsCSharp && !file.IsMigration;

    private static IEnumerable<string> TwoTypes(SourceFile file)
    {
        var names = TopLevelTypes(file).Select(NameOf).Distinct().ToList();
        return names.Count > 1 ? [$"one top-level type per file, here {string.Join(", ", names)}"] : [];
    }

    // A record's parameters are its values, not its dependencies.
    private static IEnumerable<string> GreedyConstructors(SourceFile file) => file.Syntax.DescendantNodes()
        .Select(n => n switch
        {
            ClassDeclarationSyntax { ParameterList: { } list } type => (type.Identifier, list.Parameters.Count),
            ConstructorDeclarationSyntax { Parent: ClassDeclarationSyntax } constructor =>
                (constructor.Identifier, constructor.ParameterList.Parameters.Count),
            _ => default,
        })
        .Where(c => c.Count > DependenciesMax)
        .Select(c => $"{c.Identifier.Text} takes {c.Count} dependencies, at most {DependenciesMax}");

    private static IEnumerable<string> GreedyComponent(SourceFile file)
    {
        var injected = file.Lines.Select(l => l.TrimStart()).Count(l =>
            l.StartsWith("@inject ", StringComparison.Ordinal) || l.StartsWith("[Inject", StringComparison.Ordinal));
        return injected > DependenciesMax ? [$"{injected} injected dependencies, at most {DependenciesMax}"] : [];
    }

    private static IEnumerable<string> DrawerFolders(SourceFile file) => file.Path.Split('/')[..^1]
        .Intersect(Drawers)
        .Select(d => $"a folder is a feature; '{d}' is a drawer");

    // The arrows are judged by namespace, so a namespace may not lie about its room.
    private static IEnumerable<string> StrayNamespace(SourceFile file)
    {
        var folder = string.Join('.', file.Path.Split('/')[..^1]);
        return file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            .Select(n => n.Name.ToString())
            .Where(name => file.Project.StartsWith("SalesInsight", StringComparison.Ordinal)
                && name != folder && name != RoomNamespace(file))
            .Select(name => $"namespace {name} in folder {folder}");
    }

    private static string RoomNamespace(SourceFile file) =>
        file.Room is "" ? file.Project : $"{file.Project}.{file.Room}";

    private static IEnumerable<string> SilentCatches(SourceFile file) => file.Syntax.DescendantNodes()
        .OfType<CatchClauseSyntax>()
        .Where(c => c.Block.Statements.Count == 0 && !(CatchesOneKind(c) && SaysWhy(c)))
        .Select(c => $"line {SizeRules.FirstLine(c)}: an empty catch names one exception and says why that is fine");

    // Subject_Condition_Outcome: three parts, so that a red name alone says what broke.
    private static IEnumerable<string> MuteTests(SourceFile file) => file.Syntax.DescendantNodes()
        .OfType<MethodDeclarationSyntax>()
        .Where(m => m.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() is "Fact" or "Theory"))
        .Select(m => m.Identifier.Text)
        .Where(name => name.Split('_').Length < 3)
        .Select(name => $"{name} is not Subject_Condition_Outcome");

    private static bool CatchesOneKind(CatchClauseSyntax clause) =>
        clause.Declaration is { } declared && (declared.Type.ToString() != "Exception" || clause.Filter is not null);

    private static bool SaysWhy(CatchClauseSyntax clause) => clause.Block.DescendantTrivia()
        .Any(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia));
}
