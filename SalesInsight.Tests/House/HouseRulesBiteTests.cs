namespace SalesInsight.Tests.House;

/// <summary>The rules themselves: each sees what was planted and lets its harmless neighbour pass.</summary>
public sealed class HouseRulesBiteTests
{
    public static TheoryData<int, string> Planted =>
        [.. PlantedFaults.All.Select((p, i) => new TheoryDataRow<int, string>(i, p.Rule))];

    [Theory]
    [MemberData(nameof(Planted))]
    public void Rule_PlantedBreach_IsFoundAndItsNeighbourIsNot(int index, string rule)
    {
        var planted = PlantedFaults.All[index];
        var check = HouseRule.All.Single(r => r.Name == rule).Check;

        check([planted.BadFile]).Should().NotBeEmpty();
        check([planted.GoodFile]).Should().BeEmpty();
    }

    [Fact]
    public void Rules_All_HaveAPlantedBreach() =>
        HouseRule.All.Select(r => r.Name).Should().BeSubsetOf(PlantedFaults.All.Select(p => p.Rule));

    [Theory]
    [InlineData(2, "rule: a: x")]
    [InlineData(1, null)]
    [InlineData(0, "rule: a owes 0 now, not 1: lower its entry in Debts.cs")]
    public void Debts_OneKnown_NeitherGrowNorLinger(int found, string? complaint)
    {
        var known = new Dictionary<(string Rule, string Path), int> { [("rule", "a")] = 1 };

        var complaints = Debts.Compare("rule", Enumerable.Repeat(new Finding("a", "x"), found), known).Distinct();

        complaints.Should().BeEquivalentTo(complaint is null ? [] : new[] { complaint });
    }
}
