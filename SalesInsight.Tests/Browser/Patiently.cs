namespace SalesInsight.Tests.Browser;

/// <summary>Waiting for another process: asks until it is so, and gives up at a bound.</summary>
internal static class Patiently
{
    public const float BoundMilliseconds = 30_000;

    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(BoundMilliseconds);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        while (!await isSo())
        {
            if (clock.GetElapsedTime(started) > Bound)
                throw new TimeoutException($"It was not so within {Bound.TotalSeconds:0} s.");
            await Task.Delay(Between, clock, TestContext.Current.CancellationToken);
        }
    }
}
