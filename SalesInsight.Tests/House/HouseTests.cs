namespace SalesInsight.Tests.House;

public sealed class HouseTests
{
    public static TheoryData<string> RuleNames => [.. HouseRule.All.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Tree_UnderRule_OwesNothingNew(string rule)
    {
        var findings = HouseRule.All.Single(r => r.Name == rule).Check(SourceTree.Files);

        string.Join('\n', Debts.Compare(rule, findings, Debts.Known)).Should().BeEmpty();
    }

    [Fact]
    public void Tree_Read_FindsEveryProject() =>
        SourceTree.Files.Where(f => f.Is(".csproj")).Select(f => f.Project).Should()
            .Contain(["SalesInsight.Web", "SalesInsight.Sync", "SalesInsight.Sandbox", "SalesInsight.Tests"]);

    [Fact]
    public void Debts_NameRules_ThatExist() =>
        Debts.Known.Keys.Select(k => k.Rule).Should().BeSubsetOf(HouseRule.All.Select(r => r.Name));
}
