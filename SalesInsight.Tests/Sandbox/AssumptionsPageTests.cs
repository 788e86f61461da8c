using System.Text.RegularExpressions;
using SalesInsight.Sandbox;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Sandbox;

/// <summary>docs/assumptions.md is whole: every doubtful fact, every switch, a script each.</summary>
public sealed partial class AssumptionsPageTests
{
    /// <summary>Items of salesforce-facts.md section 11.</summary>
    private const int ItemsOfSection11 = 13;

    private static readonly string Folder = Path.Combine(SourceTree.Root, "docs", "assumptions");

    public static TheoryData<string> Scripts =>
        [.. Directory.GetFiles(Folder, "??-*.sh").Select(Path.GetFileName).OfType<string>().Order()];

    [Fact]
    public void Page_EveryItemOfSection11_HasARow() =>
        Enumerable.Range(1, ItemsOfSection11).Select(item => $"11.{item}")
            .Except(Rows().Select(row => row[0])).Should().BeEmpty();

    [Fact]
    public void Page_EverySwitch_HasOneRowThatNamesItsAnswers()
    {
        foreach (var assumption in SandboxAssumptions.All)
        {
            var answers = string.Join(", ", assumption.Answers.Select(Shown));
            Rows().Where(row => row[3].Contains($"`{assumption.Name}` {answers}", StringComparison.Ordinal))
                .Should().ContainSingle($"{assumption.Name} {answers} is a switch");
        }
    }

    [Fact]
    public void Page_EveryRow_SaysWhatTheEngineLeansOnAndWhatElse() =>
        Rows().Should().OnlyContain(row => row.Length == 6 && row.All(cell => cell.Length > 2));

    [Fact]
    public void Page_EveryScriptItNames_IsThere() =>
        Named().Except(Scripts.Select(row => row.Data)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_InTheFolder_IsNamedAndExecutable(string script)
    {
        Named().Should().Contain(script);
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(Path.Combine(Folder, script)).Should().HaveFlag(UnixFileMode.UserExecute);
    }

    private static List<string[]> Rows() =>
    [
        .. File.ReadAllLines(Path.Combine(SourceTree.Root, "docs", "assumptions.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
            .Select(line => line.Trim('|', ' ').Split(" | ")),
    ];

    private static IEnumerable<string> Named() =>
        Rows().SelectMany(row => Link().Matches(row[^1]).Select(link => link.Groups["script"].Value)).Distinct();

    private static string Shown(object answer) => answer is bool flag ? flag ? "true" : "false" : $"{answer}";

    [GeneratedRegex(@"\(assumptions/(?<script>[^)]+)\)")]
    private static partial Regex Link();
}
