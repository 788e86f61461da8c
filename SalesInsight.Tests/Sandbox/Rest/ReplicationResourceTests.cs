using System.Net;
using FluentAssertions;
using SalesInsight.Sandbox;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>updated and deleted (GU, GD, GUR, GDR, POLL in salesforce-facts.md 2.4).</summary>
public sealed class ReplicationResourceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 42, 30, TimeSpan.Zero);

    [Theory] // GU: seconds are cut to the minute, both ends included
    [Source("2.4 getUpdated")]
    [InlineData("2026-11-24T09:41:59Z", "2026-11-24T09:42:00Z", 1)]
    [InlineData("2026-11-24T09:42:59%2B00:00", "2026-11-24T09:43:00%2B00:00", 1)]
    [InlineData("2026-11-24T09:43:00Z", "2026-11-24T09:44:00Z", 0)]
    public async Task Updated_AtMinuteGrain_FindsTheTask(string start, string end, int expected)
    {
        await using var caller = await StartAsync();
        caller.CreateTask();
        caller.Org.Clock.Advance(TimeSpan.FromMinutes(10));

        var reply = await caller.SendAsync("GET", $"sobjects/Task/updated/?start={start}&end={end}");

        reply.Json.GetProperty("ids").GetArrayLength().Should().Be(expected);
        reply.Json.GetProperty("latestDateCovered").GetString().Should().EndWith(":00.000+0000");
    }

    [Theory] // GD: start precedes end by more than one minute; 15 days back; GU: 30 days
    [InlineData("deleted", "2026-11-24T09:41:00Z", "2026-11-24T09:42:00Z")]
    [InlineData("deleted", "2026-11-09T09:40:00Z", "2026-11-24T09:42:00Z")]
    [InlineData("updated", "2026-11-24T09:42:00Z", "2026-11-24T09:42:59Z")]
    [InlineData("updated", "2026-10-25T09:40:00Z", "2026-11-24T09:42:00Z")]
    [InlineData("updated", "yesterday", "2026-11-24T09:42:00Z")]
    public async Task Window_OutOfBounds_IsRefused(string verb, string start, string end)
    {
        await using var caller = await StartAsync();

        var reply = await caller.SendAsync("GET", $"sobjects/Task/{verb}?start={start}&end={end}");

        (reply.Status, reply.ErrorCode).Should().Be((HttpStatusCode.BadRequest, "INVALID_REPLICATION_DATE"));
    }

    [Fact] // GD: own deletions, hard ones too; not those restored or of others
    [Source("2.4 getDeleted")]
    public async Task Deleted_AfterSomeDeletions_ListsWhatIsGone()
    {
        await using var caller = await StartAsync();
        var (binned, hard, restored) = (caller.CreateTask(), caller.CreateTask(), caller.CreateTask());
        var jonas = caller.Org.As(RestCaller.Jonas);
        var his = caller.Org.Records.Create(jonas, "Task", new Dictionary<string, object?>()).Id!;
        caller.Org.Records.Delete(caller.Context, "Task", binned);
        caller.Org.Records.Delete(caller.Context, "Task", restored);
        caller.Org.Records.Undelete(caller.Context, "Task", restored);
        caller.Org.Records.Delete(jonas, "Task", his);
        caller.Org.Maintenance.HardDelete(hard);

        var reply = await DeletedAsync(caller);

        reply.Json.GetProperty("deletedRecords").EnumerateArray().Select(item => item.GetProperty("id").GetString())
            .Should().BeEquivalentTo(binned, hard);
        reply.Json.GetProperty("deletedRecords")[0].GetProperty("deletedDate").GetString()
            .Should().Be("2026-11-24T09:42:30.000+0000");
        reply.Json.GetProperty("earliestDateAvailable").GetString().Should().Be("2026-11-09T09:52:30.000+0000");
    }

    [Fact] // GDR, 9.2 item 5: the log is not the bin; purged, it refuses earlier windows
    [Source("9.2.5 log")]
    [Source("9.2.5 purge")]
    public async Task Deleted_LogPurged_IsRefused()
    {
        await using var caller = await StartAsync();
        var id = caller.CreateTask();
        caller.Org.Records.Delete(caller.Context, "Task", id);
        caller.Org.Maintenance.EmptyBin();
        var withoutBin = await DeletedAsync(caller);
        caller.Org.Maintenance.PurgeDeleteLog();

        var withoutLog = await DeletedAsync(caller);

        withoutBin.Json.GetProperty("deletedRecords").GetArrayLength().Should().Be(1);
        withoutLog.ErrorCode.Should().Be("INVALID_REPLICATION_DATE");
    }

    private static Task<RestReply> DeletedAsync(RestCaller caller)
    {
        caller.Org.Clock.Set(Start.AddMinutes(10));
        return caller.SendAsync(
            "GET", "sobjects/Task/deleted/?start=2026-11-24T09:40:00Z&end=2026-11-24T09:50:00Z");
    }

    private static Task<RestCaller> StartAsync() => RestCaller.StartAsync(new SandboxOptions
    {
        Seed = "empty",
        TimeProvider = new FakeTimeProvider(Start),
    });
}
