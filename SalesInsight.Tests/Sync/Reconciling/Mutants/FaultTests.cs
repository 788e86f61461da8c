using FluentAssertions;
using Xunit;

namespace SalesInsight.Tests.Sync.Reconciling.Mutants;

public class FaultTests(ITestOutputHelper output)
{
    private const int FaultsMin = 30;

    private static readonly Lazy<IReadOnlyList<Kill>> Kills = new(() => [.. Faults.All.Select(Kill.Of)]);

    public static TheoryData<string> Names => [.. Faults.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Core_WithANamedFault_IsFoundOut(string name) =>
        Kills.Value.Single(k => k.Mutant.Name == name).IsDead.Should().BeTrue("a fault that lives is an untested rule");

    [Fact]
    public void Tests_AgainstTheRealCore_FindNothing() => Kill.Of(new("none", core => core)).IsDead.Should().BeFalse();

    [Fact]
    public void Faults_AllTogether_AreCountedAndPrinted()
    {
        var kills = Kills.Value;
        var byRow = kills.Count(k => k.Rows.Count > 0);
        var byLaw = kills.Count(k => k.Law is not null);
        string[] table =
        [
            $"{kills.Count} faults: {kills.Count(k => k.IsDead)} killed, {byRow} by table rows, {byLaw} by laws", "",
            "| fault | first law that kills it | first table row that kills it | rows |", "| --- | --- | --- | --- |",
            .. kills.Select(k => k.ToString()),
        ];

        foreach (var line in table) output.WriteLine(line);
        File.WriteAllLines(Path.Combine(Artifacts().FullName, "mutants.md"), table);
        kills.Should().HaveCountGreaterThanOrEqualTo(FaultsMin);
        kills.Where(k => !k.IsDead).Select(k => k.Mutant.Name).Should().BeEmpty();
    }

    private static DirectoryInfo Artifacts()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SalesInsight.sln")))
            folder = folder.Parent;
        return Directory.CreateDirectory(Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "artifacts"));
    }
}
