namespace SalesInsight.Tests.House;

/// <summary>Prints the size budgets of the code that ships, so that drift is seen before a hard limit is hit.</summary>
public sealed class BudgetTests(ITestOutputHelper output)
{
    private const int FileMedianMax = 60;
    private const int FileP95Max = 200;
    private const int MethodMedianMax = 10;
    private const int MethodP95Max = 40;

    private static readonly string[] Shipped = ["SalesInsight.Sync", "SalesInsight.Web", "SalesInsight.Sandbox"];

    [Fact]
    public void ShippedCode_Measured_StaysInsideTheBudgets()
    {
        var files = SourceTree.Files
            .Where(f => f.IsCSharp && !f.IsMigration && Shipped.Contains(f.Project))
            .ToList();
        var fileLines = files.Select(f => f.Lines.Length).Order().ToList();
        var methodLines = files.SelectMany(SizeRules.Methods).Select(SizeRules.LineCount).Order().ToList();

        output.WriteLine($"files {files.Count}: {Shape(fileLines)}");
        output.WriteLine($"methods {methodLines.Count}: {Shape(methodLines)}");
        output.WriteLine($"public types in SalesInsight.Sync: {DoorRules.PublicTypes(SourceTree.Files).Count}");
        Assert.True(At(fileLines, 50) <= FileMedianMax && At(fileLines, 95) <= FileP95Max, Shape(fileLines));
        Assert.True(At(methodLines, 50) <= MethodMedianMax && At(methodLines, 95) <= MethodP95Max, Shape(methodLines));
    }

    private static string Shape(List<int> sorted) =>
        $"median {At(sorted, 50)}, p95 {At(sorted, 95)}, max {At(sorted, 100)}";

    private static int At(List<int> sorted, int percentile) =>
        sorted.Count is 0 ? 0 : sorted[(sorted.Count - 1) * percentile / 100];
}
