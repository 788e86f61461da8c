using System.Reflection;

namespace SalesInsight.Tests.Sandbox;

/// <summary>Every line of <see cref="FidelityLines"/> has a test that names it, and no test names another.</summary>
public sealed class FidelityTests
{
    public static TheoryData<string> Lines => [.. FidelityLines.Built];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Line_ThatIsBuilt_HasATestNamingIt(string line) =>
        Tested().Should().ContainKey(line, "a test of the sandbox carries [Source(\"{0}\")]", line);

    [Fact]
    public void Source_OfEveryTest_IsALineOfTheList() =>
        Tested().Keys.Except(FidelityLines.Built).Should().BeEmpty();

    [Fact]
    public void Line_LeftAside_SaysWhyAndIsNotBuilt()
    {
        FidelityLines.LeftAside.Values.Should().OnlyContain(reason => reason.Length > 20);
        FidelityLines.LeftAside.Keys.Should().NotIntersectWith(FidelityLines.Built);
    }

    [Fact] // the rows of 9.1 and the lines 1 to 20 of 9.2, so that none is forgotten when the list is cut anew
    public void Lines_TogetherWithThoseLeftAside_CoverBothLists()
    {
        string[] rows =
        [
            "auth", "SOAP login", "version", "CRUD", "collections", "upsert", "query", "meta", "headers", "bulk v2",
            "streaming", "ids",
        ];
        var all = FidelityLines.Built.Concat(FidelityLines.LeftAside.Keys).ToList();

        rows.Where(row => !all.Exists(line => Is(line, $"9.1 {row}"))).Should().BeEmpty();
        Enumerable.Range(1, 20).Where(n => !all.Exists(line => Is(line, $"9.2.{n}"))).Should().BeEmpty();
        Enumerable.Range(1, 13).Where(n => !all.Exists(line => Is(line, $"11.{n}"))).Should().BeEmpty();
    }

    private static bool Is(string line, string head) =>
        line == head || line.StartsWith($"{head} ", StringComparison.Ordinal)
        || line.StartsWith($"{head}:", StringComparison.Ordinal);

    private static IReadOnlyDictionary<string, string> Tested() => typeof(FidelityTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(test => test.GetCustomAttributes<SourceAttribute>().Select(source => (source.Line, test.Name)))
        .GroupBy(pair => pair.Line).ToDictionary(group => group.Key, group => group.First().Name);
}
