using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SalesInsight.Tests.House;

/// <summary>Words that do not belong in the project. This folder spells them out and is not judged by them.</summary>
internal static partial class WordRules
{
    public static IReadOnlyList<HouseRule> All { get; } =
    [
        HouseRule.PerFile("no-machine-paths", f => !f.IsHouse, f => Hits(f, MachinePath())),
        HouseRule.PerFile("no-registry-hosts", f => !f.IsHouse, f => Hits(f, RegistryHost())),
        HouseRule.PerFile("nothing-left-open", f => !f.IsHouse, f => Hits(f, LeftOpen())),
        HouseRule.PerFile("no-sleeps", f => f.IsCSharp && !f.IsHouse, f => Hits(f, Sleep())),
        HouseRule.PerFile("no-task-status", f => f.IsCSharp, ClashingTypes),
        new("readme-names-what-is-there", DeadPaths),
    ];

    private static IEnumerable<string> Hits(SourceFile file, Regex word) => file.Lines
        .Select((line, i) => (Match: word.Match(line), Number: i + 1))
        .Where(l => l.Match.Success)
        .Select(l => $"line {l.Number}: '{l.Match.Value}'");

    // CS0104 wherever System.Threading.Tasks is in scope, which is everywhere.
    private static IEnumerable<string> ClashingTypes(SourceFile file) => file.Syntax.DescendantNodes()
        .OfType<BaseTypeDeclarationSyntax>()
        .Where(t => t.Identifier.Text == "TaskStatus")
        .Select(_ => "TaskStatus clashes with the base library: the word is ReminderStatus");

    // The first thing a newcomer follows may not lead nowhere.
    private static IEnumerable<Finding> DeadPaths(IReadOnlyList<SourceFile> files)
    {
        var paths = files.Select(f => f.Path).ToHashSet();
        return files.Where(f => f.Path == "README.md").SelectMany(readme => SourcePath().Matches(readme.Text)
            .Select(m => m.Groups["path"].Value)
            .Where(path => !paths.Contains(path))
            .Select(path => new Finding(readme.Path, $"{path} is not there")));
    }

    [GeneratedRegex(@"[`(](?<path>[\w./-]+\.(cs|razor|md))[`)]")]
    private static partial Regex SourcePath();

    [GeneratedRegex(@"(?<![\w.])/(work|tmp|root|home)/")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"nuget\.org|registry\.npmjs|pypi\.org|\bunpkg\.com|cdn\.jsdelivr")]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b|\bSkip\s*=\s*""")]
    private static partial Regex LeftOpen();

    [GeneratedRegex(@"\bThread\.Sleep\b")]
    private static partial Regex Sleep();
}
