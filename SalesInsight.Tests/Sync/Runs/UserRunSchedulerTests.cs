using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

public sealed class UserRunSchedulerTests
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly Guid Mara = SequentialIds.Of(1);
    private static readonly Guid Jonas = SequentialIds.Of(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new(new(2026, 11, 24, 8, 16, 0, TimeSpan.Zero));
    private readonly Wishes _wishes = new();
    private readonly Lines _log = new();
    private readonly Scheduler _scheduler;

    public UserRunSchedulerTests() => _scheduler = new Scheduler(_wishes, _time, _log);

    [Fact]
    public async Task Wish_AfterOneThatFailed_IsFulfilled()
    {
        _scheduler.Broken = Mara;
        await _scheduler.StartAsync(Stop);

        _wishes.Request(Mara);
        _wishes.Request(Jonas);

        (await NextAsync(_scheduler.Fulfilled)).Should().Be(Jonas);
        _log.Written.Should().Equal($"Error: A run for user {Mara} could not be scheduled");
        await _scheduler.StopAsync(Stop);
    }

    [Fact]
    public async Task Sweep_AtTheStartAndAfterOneThatFailed_ComesEveryTime()
    {
        _scheduler.SweepsThatFail = 1;
        await _scheduler.StartAsync(Stop);
        var first = await NextAsync(_scheduler.Sweeps);

        _time.Advance(SweepEvery);
        var second = await NextAsync(_scheduler.Sweeps);

        (second - first).Should().Be(SweepEvery);
        _log.Written.Should().Equal("Error: What waits without a trigger could not be looked for");
        await _scheduler.StopAsync(Stop);
    }

    [Fact]
    public async Task Stop_WithNothingToDo_EndsBothLoops()
    {
        await _scheduler.StartAsync(Stop);

        await _scheduler.StopAsync(Stop);

        _scheduler.ExecuteTask!.IsCompleted.Should().BeTrue();
        _log.Written.Should().BeEmpty();
    }

    // a loop that has ended says nothing more
    private static Task<T> NextAsync<T>(Channel<T> said) =>
        said.Reader.ReadAsync(Stop).AsTask().WaitAsync(Patience, Stop);

    private sealed class Wishes : UserWishes;

    private sealed class Scheduler(UserWishes wishes, TimeProvider time, ILogger log)
        : UserRunScheduler(wishes, SweepEvery, time, log)
    {
        public Channel<Guid> Fulfilled { get; } = Channel.CreateUnbounded<Guid>();

        public Channel<DateTimeOffset> Sweeps { get; } = Channel.CreateUnbounded<DateTimeOffset>();

        public Guid? Broken { get; set; }

        public int SweepsThatFail { get; set; }

        protected override async Task FulfilAsync(Guid userId, CancellationToken stop)
        {
            if (userId == Broken) throw new InvalidOperationException("no");
            await Fulfilled.Writer.WriteAsync(userId, stop);
        }

        protected override async Task SweepAsync(CancellationToken stop)
        {
            await Sweeps.Writer.WriteAsync(Time.GetUtcNow(), stop);
            if (SweepsThatFail-- > 0) throw new InvalidOperationException("no");
        }
    }

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Written.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
