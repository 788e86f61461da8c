using System.Text.RegularExpressions;
using SalesInsight.Sandbox;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Sandbox;

public sealed partial class SandboxAssumptionsTests
{
    private const int Seeds = 200;

    public static TheoryData<string> Names =>
        [.. SandboxAssumptions.All.Where(assumption => assumption.IsDrawn).Select(assumption => assumption.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_OverManySeeds_GivesEveryAnswerOfEach(string name)
    {
        var assumption = SandboxAssumptions.All.Single(known => known.Name == name);

        var drawn = Enumerable.Range(1, Seeds).Select(seed => assumption.Read(Drawn(seed)));

        drawn.Distinct().Should().BeEquivalentTo(assumption.Answers);
    }

    [Fact]
    public void Draw_TheSameSeedTwice_GivesTheSameOptions() =>
        Answers(Drawn(7)).Should().Equal(Answers(Drawn(7)));

    [Fact]
    public void Default_OfEachAssumption_IsItsFirstAnswer() =>
        Answers(new SandboxOptions()).Should().Equal(SandboxAssumptions.All.Select(known => known.Answers[0]));

    [Fact]
    public void Options_ThatSayTheyAreAssumptions_AreAllDrawn()
    {
        var options = File.ReadAllText(Path.Combine(SourceTree.Root, "SalesInsight.Sandbox", "SandboxOptions.cs"));

        Assumption().Matches(options).Select(match => match.Groups["name"].Value)
            .Should().BeEquivalentTo(SandboxAssumptions.All.Select(known => known.Name));
    }

    [Fact]
    public void Set_AnAnswerNobodyKnows_IsRefusedByName()
    {
        var assumption = SandboxAssumptions.All.Single(known => known.Name == "RowLockedStatus");

        var act = () => assumption.Set(new SandboxOptions(), "418");

        act.Should().Throw<ArgumentException>().WithMessage("RowLockedStatus is one of 400, 500*");
    }

    private static SandboxOptions Drawn(int seed) =>
        SandboxAssumptions.Draw(new SandboxOptions(), new Random(seed).NextDouble);

    private static IEnumerable<object> Answers(SandboxOptions options) =>
        SandboxAssumptions.All.Select(known => known.Read(options));

    // A property whose own text begins: /// <value>Assumption (facts 11.3): ...
    [GeneratedRegex(@"<value>[\s/]*Assumption (?:(?!</value>)[\s\S])*</value>\s+public \S+ (?<name>\w+)")]
    private static partial Regex Assumption();
}
