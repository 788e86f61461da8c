using System.Diagnostics;
using System.Text.Json;

namespace SalesInsight.Tests.Fuzz;

/// <summary>
/// Throws inputs at one border, from two sides at a time, and counts what comes back. Anything thrown ends it, with the
/// side's seed and the input that did it; the same seed finds the same input again.
/// </summary>
internal sealed class Barrage(string border, int seed, int inputs)
{
    /// <summary>What the short run can afford.</summary>
    public const int Few = 20_000;

    public const int Million = 1_000_000;

    private const int Sides = 2;
    private const int MemoryEvery = 1_024;
    private const int ShownMax = 2_000;
    private static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(60);
    private static readonly long MemoryMax = 200L * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private long memory;

    /// <param name="side">
    /// From a seed: the next input, and what the border makes of it in one word. Asked once for each side, and what it
    /// answers is used by one thread.
    /// </param>
    public void Run(Func<int, (Func<string> Next, Func<string, string> Meet)> side)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.GetTimestamp();
        var work = Environment.CpuUsage.TotalTime;
        var faults = Enumerable.Range(seed, Sides).AsParallel().WithDegreeOfParallelism(Sides)
            .Select(from => Fire(from, side(from), before)).OfType<Exception>().ToList();
        Report(Stopwatch.GetElapsedTime(clock), Environment.CpuUsage.TotalTime - work);
        if (faults.Count > 0) throw faults[0];
        outcomes.Should().HaveCountGreaterThan(1, "inputs that never pass, or always, test nothing");
    }

    private InvalidOperationException? Fire(
        int from, (Func<string> Next, Func<string, string> Meet) side, long before)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < inputs / Sides; at++)
        {
            var input = side.Next();
            try
            {
                var outcome = side.Meet(input);
                met[outcome] = met.GetValueOrDefault(outcome) + 1;
            }
            catch (Exception fault)
            {
                var shown = JsonSerializer.Serialize(input.Length > ShownMax ? input[..ShownMax] : input);
                return new InvalidOperationException($"{border}: seed {from}, input {at}: {shown}", fault);
            }

            if (at % MemoryEvery == 0) Weigh(before);
        }

        lock (gate)
            foreach (var (outcome, count) in met) outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + count;
        return null;
    }

    private void Weigh(long before)
    {
        lock (gate) memory = Math.Max(memory, GC.GetTotalMemory(false) - before);
    }

    private void Report(TimeSpan took, TimeSpan work)
    {
        var counts = string.Join(", ", outcomes.Select(outcome => $"{outcome.Key} {outcome.Value:N0}"));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{border}: seed {seed}, {inputs:N0} inputs in {took.TotalSeconds:0.0} s "
            + $"({work.TotalSeconds / Sides:0.0} s of work a side), at most {memory >> 20} MB; {counts}");
        memory.Should().BeLessThan(MemoryMax);
        // The work, not the wait: a machine may be busy with other things. A short run says nothing about time.
        if (inputs >= Million) (work / Sides).Should().BeLessThan(TimeMax);
    }
}
