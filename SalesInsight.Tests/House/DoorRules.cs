using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SalesInsight.Tests.House;

/// <summary>What SalesInsight.Sync shows to others stays small and is explained.</summary>
internal static class DoorRules
{
    private const int PublicTypesMax = 40;

    private const string Doors = "SalesInsight.Sync";

    public static IReadOnlyList<HouseRule> All { get; } =
    [
        new("few-public-types", TooManyDoors),
        HouseRule.PerFile("public-types-are-documented", IsDoorCode, Undocumented),
    ];

    public static IReadOnlyList<string> PublicTypes(IEnumerable<SourceFile> files) =>
        [.. files.Where(IsDoorCode).SelectMany(PublicTypesIn).Select(ShapeRules.NameOf).Distinct()];

    private static bool IsDoorCode(SourceFile file) => file.Project == Doors && file.IsCSharp && !file.IsMigration;

    private static IEnumerable<MemberDeclarationSyntax> PublicTypesIn(SourceFile file) =>
        ShapeRules.TopLevelTypes(file).Where(t => t.Modifiers.Any(SyntaxKind.PublicKeyword));

    // One finding per type over the limit, so that a debt can shrink type by type.
    private static IEnumerable<Finding> TooManyDoors(IReadOnlyList<SourceFile> files) =>
        PublicTypes(files).Skip(PublicTypesMax).Select((name, i) =>
            new Finding(Doors, $"public type number {PublicTypesMax + 1 + i}, at most {PublicTypesMax}: {name}"));

    private static IEnumerable<string> Undocumented(SourceFile file) => PublicTypesIn(file)
        .Where(t => !t.GetLeadingTrivia().Any(SyntaxKind.SingleLineDocumentationCommentTrivia))
        .Select(t => $"{ShapeRules.NameOf(t)} is public and says nothing about itself");
}
