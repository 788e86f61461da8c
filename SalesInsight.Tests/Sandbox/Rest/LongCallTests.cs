using System.Net;
using SalesInsight.Sandbox;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>Only calls of 20 seconds and more count, and only so many of them may run (facts 2.1).</summary>
public sealed class LongCallTests
{
    [Theory] // APILIM: five in Developer Edition; no new request until one ends
    [Source("9.2.13")]
    [InlineData(19, HttpStatusCode.OK)]
    [InlineData(20, HttpStatusCode.Forbidden)]
    public async Task Call_WhileOthersRunLong_IsRefusedFromTwentySecondsOn(int seconds, HttpStatusCode expected)
    {
        await using var caller = await StartAsync(callsMax: 2);
        using var begun = new SemaphoreSlim(0);
        var end = new TaskCompletionSource();
        using var hook = caller.Server.Faults.BeforeRequest(async call =>
        {
            if (!call.Path.Contains("held", StringComparison.Ordinal)) return;
            begun.Release();
            await end.Task;
        });
        var held = new[] { caller.SendAsync("GET", "recent?held=1"), caller.SendAsync("GET", "recent?held=2") };
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        caller.Org.Clock.Advance(TimeSpan.FromSeconds(seconds));

        var third = await caller.SendAsync("GET", "recent");
        end.SetResult();
        await Task.WhenAll(held);

        third.Status.Should().Be(expected);
        if (expected == HttpStatusCode.Forbidden)
            (third.ErrorCode, third.Message).Should().Be(
                ("REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded."));
        (await caller.SendAsync("GET", "recent")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Control_PretendedLongCalls_RefuseUntilTakenBack()
    {
        await using var caller = await StartAsync(callsMax: 5);

        await caller.SendAsync("POST", "/_sandbox/longcalls", new { count = 5 });
        var refused = await caller.SendAsync("GET", "recent");
        await caller.SendAsync("POST", "/_sandbox/longcalls", new { count = 0 });

        refused.ErrorCode.Should().Be("REQUEST_LIMIT_EXCEEDED");
        (await caller.SendAsync("GET", "recent")).Status.Should().Be(HttpStatusCode.OK);
    }

    private static Task<RestCaller> StartAsync(int callsMax) => RestCaller.StartAsync(new SandboxOptions
    {
        Seed = "empty",
        LongCallsMax = callsMax,
        TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)),
    });
}
