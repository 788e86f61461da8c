using System.Diagnostics;
using SalesInsight.Sandbox.Rest;

namespace SalesInsight.Benchmarks;

/// <summary>Measures one piece of work after the other; the calls are those the sandbox counted.</summary>
internal sealed class Meter(CallCounter calls)
{
    public async Task<Figures> MeasureAsync(string name, Func<Task> work)
    {
        GC.Collect();
        calls.Reset();
        using var process = Process.GetCurrentProcess();
        var cpuBefore = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        await work();
        var wall = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        return new Figures(name, wall, process.TotalProcessorTime - cpuBefore, process.PeakWorkingSet64, calls.Total);
    }
}
