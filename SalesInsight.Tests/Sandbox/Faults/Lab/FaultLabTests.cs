using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Faults.Lab;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sandbox.Faults.Lab;

/// <summary>Every fault by name: what a call meets while it is on, and that nothing is left of it afterwards.</summary>
public sealed class FaultLabTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(LabFault.Unavailable, 503)]
    [InlineData(LabFault.Throttled, 420)]
    [InlineData(LabFault.DailyLimit, 403)]
    [InlineData(LabFault.HtmlBody, 200)]
    public async Task SwitchOn_AnsweringFault_EveryCallMeetsItUntilItIsOff(LabFault fault, int status)
    {
        await using var caller = await RestCaller.StartAsync();
        var lab = caller.Server.Lab;

        lab.SwitchOn(fault);
        for (var at = 0; at < 3; at++)
        {
            var met = await caller.SendAsync("GET", "recent");
            met.Status.Should().Be((HttpStatusCode)status);
            met.Text.Should().NotBe("[]");
        }

        lab.SwitchOff(fault);
        (await caller.SendAsync("GET", "recent")).Text.Should().Be("[]");
    }

    [Theory]
    [InlineData(LabFault.Unavailable)]
    [InlineData(LabFault.HtmlBody)]
    [InlineData(LabFault.SessionExpired)]
    public async Task LetHappen_AnsweringFault_IsWaitingAndMeetsOneCall(LabFault fault)
    {
        await using var caller = await RestCaller.StartAsync();
        var lab = caller.Server.Lab;

        lab.LetHappen(fault);
        lab.LetHappen(fault);
        Lever(lab, fault).IsWaiting.Should().BeTrue();
        var texts = new[]
        {
            (await caller.SendAsync("GET", "recent")).Text, (await caller.SendAsync("GET", "recent")).Text,
        };

        texts.Should().ContainSingle(text => text == "[]");
        Lever(lab, fault).IsWaiting.Should().BeFalse();
    }

    [Fact]
    public async Task CutBody_Create_BreaksAfterTheCommit()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.Server.Lab.SwitchOn(LabFault.CutBody);

        var cut = () => caller.SendAsync("POST", "sobjects/Task", new { Subject = "A" });

        await cut.Should().ThrowAsync<HttpRequestException>();
        caller.Org.Records.List(caller.Context, "Task").Should().ContainSingle();
    }

    [Fact] // on the wire a reset may overtake what was sent, so the half is looked at before it leaves
    public async Task CutBody_Answer_PromisesItsLengthAndSendsHalf()
    {
        var org = new SandboxOrg(new SandboxOptions { Seed = "empty" });
        var (plan, body) = (new FaultPlan(), new MemoryStream());
        plan.Add(new SandboxFault.CutBody());
        var context = new DefaultHttpContext();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = "/services/data/v60.0/recent";
        context.Response.Body = body;

        await new FaultMiddleware(org, plan, new ApiUsage(org), call => call.Response.WriteAsync("0123456789"))
            .InvokeAsync(context);

        Encoding.ASCII.GetString(body.ToArray()).Should().Be("01234");
        context.Response.ContentLength.Should().Be(10);
    }

    [Fact]
    public async Task LostReply_SwitchedOn_LosesWritesAndNoReads()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.Server.Lab.SwitchOn(LabFault.LostReply);

        (await caller.SendAsync("GET", "recent")).Status.Should().Be(HttpStatusCode.OK);
        var lost = () => caller.SendAsync("POST", "sobjects/Task", new { Subject = "A" });

        await lost.Should().ThrowAsync<HttpRequestException>();
        caller.Org.Records.List(caller.Context, "Task").Should().ContainSingle();
    }

    [Fact] // each row draws for itself: some of a collection are saved, some are locked
    public async Task LockedRows_HalfLikely_RefusesSomeRowsOfACollection()
    {
        var draws = 0;
        var options = new SandboxOptions { Seed = "empty", Chance = () => draws++ % 2 == 0 ? 0.1 : 0.9 };
        await using var caller = await RestCaller.StartAsync(options);
        var records = Enumerable.Range(0, 4).Select(at => new
        {
            attributes = new { type = "Task" },
            id = caller.CreateTask(("Subject", $"{at}")),
            Priority = "High",
        }).ToList();
        caller.Server.Lab.SwitchOn(LabFault.LockedRows, 50);

        var reply = await caller.SendAsync("PATCH", "composite/sobjects", new { records });

        reply.Text.Split("UNABLE_TO_LOCK_ROW").Should().HaveCount(3);
        caller.Server.Lab.SwitchOff(LabFault.LockedRows);
        (await caller.SendAsync("PATCH", "composite/sobjects", new { records })).Text
            .Should().NotContain("UNABLE_TO_LOCK_ROW");
    }

    [Fact]
    public async Task Answer_TenPercentLikely_MeetsOneCallInTen()
    {
        var draws = 0;
        var options = new SandboxOptions { Seed = "empty", Chance = () => draws++ % 10 / 10.0 };
        await using var caller = await RestCaller.StartAsync(options);
        caller.Server.Faults.Add(SandboxFault.Html() with { Times = 0, Chance = 0.1 });
        options.LaggingUsageHeader = false;
        draws = 0;

        var met = 0;
        for (var at = 0; at < 20; at++)
            if ((await caller.SendAsync("GET", "recent")).Status != HttpStatusCode.OK) met++;

        met.Should().Be(2);
    }

    [Fact]
    public async Task ClockSkew_SwitchedOn_MovesTheDateHeaderAndStampsAndBack()
    {
        var time = new FakeTimeProvider(Start);
        await using var caller = await RestCaller.StartAsync(
            new SandboxOptions { Seed = "empty", TimeProvider = time });
        caller.Org.Clock.Advance(TimeSpan.FromHours(1));

        caller.Server.Lab.SwitchOn(LabFault.ClockSkew, -7);
        var id = caller.CreateTask(("Subject", "A"));
        var reply = await caller.SendAsync("GET", "recent");
        caller.Server.Lab.SwitchOff(LabFault.ClockSkew);

        var skewed = Start.AddMinutes(53);
        reply.Headers["Date"].Should().Be(skewed.ToString("R"));
        caller.Org.Records.Find(caller.Context, "Task", id)!.Moment("CreatedDate").Should().Be(skewed);
        caller.Org.Clock.UtcNow.Should().Be(Start.AddHours(1));
    }

    [Fact] // rights are no deletions: the row is out of the rep's sight, in the admin's, and back unharmed
    public async Task HiddenTasks_SwitchedOn_HidesOwnTasksFromRepsOnly()
    {
        await using var caller = await RestCaller.StartAsync();
        var id = caller.CreateTask(("Subject", "A"));
        caller.Server.Lab.SwitchOn(LabFault.HiddenTasks);

        (await caller.SendAsync("GET", $"sobjects/Task/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        caller.Org.Records.Find(caller.Org.As(RestCaller.Admin), "Task", id).Should().NotBeNull();
        caller.Server.Lab.SwitchOff(LabFault.HiddenTasks);

        (await caller.SendAsync("GET", $"sobjects/Task/{id}")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task RevokedGrants_LetHappen_EndSessionsAtOnce()
    {
        await using var caller = await RestCaller.StartAsync();

        caller.Server.Lab.LetHappen(LabFault.RevokedGrants);

        (await caller.SendAsync("GET", "recent")).ErrorCode.Should().Be("INVALID_SESSION_ID");
    }

    [Fact]
    public async Task SwitchOn_Again_TakesTheNewAmountInPlaceOfTheOld()
    {
        await using var caller = await RestCaller.StartAsync();
        var lab = caller.Server.Lab;

        lab.SwitchOn(LabFault.Latency, 500);
        lab.SwitchOn(LabFault.Latency, 750);

        caller.Server.Faults.Planned.Should().ContainSingle()
            .Which.Fault.Should().BeOfType<SandboxFault.Latency>().Which.By.TotalMilliseconds.Should().Be(750);
        Lever(lab, LabFault.Latency).Amount.Should().Be(750);
    }

    [Theory]
    [InlineData(LabFault.Latency, 249)]
    [InlineData(LabFault.Latency, 10_001)]
    [InlineData(LabFault.Unavailable, 0)]
    public async Task SwitchOn_AmountOffTheDial_IsRefused(LabFault fault, int amount)
    {
        await using var caller = await RestCaller.StartAsync();

        var turn = () => caller.Server.Lab.SwitchOn(fault, amount);

        turn.Should().Throw<ArgumentException>();
        Lever(caller.Server.Lab, fault).IsOn.Should().BeFalse();
    }

    [Fact] // another door, or a reset, ended it: the lab says so
    public async Task Levers_FaultsClearedElsewhere_AreOff()
    {
        await using var caller = await RestCaller.StartAsync();
        var lab = caller.Server.Lab;
        foreach (var lever in lab.Levers.Where(lever => lever.Switches)) lab.SwitchOn(lever.Fault);
        foreach (var lever in lab.Levers.Where(lever => lever.Happens)) lab.LetHappen(lever.Fault);
        lab.Levers.Where(lever => lever.Switches).Should().OnlyContain(lever => lever.IsOn);

        caller.Org.Reset();

        lab.Levers.Should().OnlyContain(lever => !lever.IsOn && !lever.IsWaiting);
        caller.Server.Faults.Planned.Should().BeEmpty();
        caller.Org.Clock.Skew.Should().Be(TimeSpan.Zero);
    }

    private static LabLever Lever(FaultLab lab, LabFault fault) => lab.Levers.Single(lever => lever.Fault == fault);
}
