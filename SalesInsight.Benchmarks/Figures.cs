namespace SalesInsight.Benchmarks;

/// <summary>
/// What one piece of work cost. CPU and memory are those of this process, the sandbox in it included.
/// </summary>
internal sealed record Figures(string Name, TimeSpan Wall, TimeSpan Cpu, long PeakBytes, int ApiCalls)
{
    private const double Megabyte = 1024 * 1024;

    public static string Header => $"""
        | {"work",-40} | wall s | CPU s | peak MB | API calls |
        | {new string('-', 40)} | -----: | ----: | ------: | --------: |
        """;

    public override string ToString() =>
        $"| {Name,-40} | {Wall.TotalSeconds,6:0.00} | {Cpu.TotalSeconds,5:0.00} "
        + $"| {PeakBytes / Megabyte,7:0} | {ApiCalls,9} |";
}
