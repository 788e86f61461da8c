using FluentAssertions.Execution;
using SalesInsight.Tests.House;
using SalesInsight.Tests.Simulation.Checks;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>Each rule of the reference model can be switched off, and somebody notices (docs/simulation.md).</summary>
public class RuleTests
{
    public static TheoryData<string> Switched => [.. RuleTable.Switches.Select(s => s.Rule.ToString())];

    [Fact]
    public void Rule_OfTheModel_IsInTheTableOrHasAReason() =>
        RuleTable.Switches.Select(s => s.Rule).Concat(RuleTable.Exceptions.Keys).Should()
            .BeEquivalentTo(Enum.GetValues<Rule>(), "none may be silently missing");

    [Theory]
    [MemberData(nameof(Switched))]
    public void Snippet_OfEachEdit_IsInItsFileOnce(string rule)
    {
        foreach (var edit in RuleTable.Of(Enum.Parse<Rule>(rule)).Edits)
        {
            var source = File.ReadAllText(Path.Combine(SourceTree.Root, "SalesInsight.Sync", edit.File));

            edit.CountIn(source).Should().Be(1, "{0} is to be edited at: {1}", edit.File, edit.Find);
        }
    }

    [Theory]
    [MemberData(nameof(Switched))]
    public async Task Script_WithTheRuleOn_IsGreen(string rule)
    {
        var script = BrokenScript.Read(RuleTable.ScriptPath(Enum.Parse<Rule>(rule)));
        using var simulator = new Simulator(await TemporaryDatabase.TemplateAsync());

        simulator.Run(script.Script).Violations.Should().BeEmpty(script.Says);
        Checker.All.Select(c => c.Name).Should().Contain(script.Checker);
    }

    [Fact]
    public void Script_OfNoRule_IsNotKept() => Directory.GetFiles(RuleTable.Folder).Should()
        .BeEquivalentTo(RuleTable.Switches.Select(s => RuleTable.ScriptPath(s.Rule)));

    [Fact]
    [Trait("Category", "Long")]
    public async Task Script_WithTheRuleOff_IsNoticed()
    {
        var runs = new RuleRuns(await TemporaryDatabase.TemplateAsync());

        using var all = new AssertionScope();                    // says every rule that goes unnoticed
        foreach (var rule in RuleTable.Switches)
        {
            var path = RuleTable.ScriptPath(rule.Rule);
            var checker = BrokenScript.Read(path).Checker;

            runs.Noticed([rule.Rule, .. rule.CoveredBy], path).Should().Contain(checker, "{0} is off", rule.Rule);
            if (!rule.CoveredBy.IsEmpty)
                runs.Noticed(rule.CoveredBy, path).Should().BeEmpty("{0} is on and covers", rule.Rule);
        }
    }
}
