using System.Text;
using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>Whatever happens to a call or a process, a mail is on its person once.</summary>
public class OnceOnlyTests
{
    private const string Ann = "ann@customer.example";

    public static TheoryData<CustomIdField, string> Accidents
    {
        get
        {
            var data = new TheoryData<CustomIdField, string>();
            foreach (var idField in Enum.GetValues<CustomIdField>())
                foreach (var accident in Faults.Keys) data.Add(idField, accident);
            return data;
        }
    }

    private static readonly Dictionary<string, SandboxFault> Faults = new()
    {
        ["lost reply"] = new SandboxFault.LoseReply(),
        ["cut reply"] = new SandboxFault.CutBody(),
        ["never arrived"] = new SandboxFault.DropBefore(),
        ["503"] = SandboxFault.Error(503, "SERVER_UNAVAILABLE", "down"),
        ["page"] = SandboxFault.Html(),
        ["throttled"] = SandboxFault.Throttled(),
        ["session"] = SandboxFault.SessionExpired(),
        ["limit"] = SandboxFault.LimitExceeded(),
    };

    [Theory]
    [MemberData(nameof(Accidents))]
    public async Task Run_CreatingCallGoesWrong_LogsOnceInTheEnd(CustomIdField field, string accident)
    {
        await using var world = await EmailWorld.CreateAsync(o => o.CustomIdField = field);
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        FailNextCreate(world, Faults[accident]);

        await world.RunAsync();
        await world.SettleAsync();

        world.SingleLogged();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggedOnlyMatch);
    }

    [Theory]
    [InlineData(CustomIdField.UniqueExternalId, true)]
    [InlineData(CustomIdField.UniqueExternalId, false)]
    [InlineData(CustomIdField.Absent, true)]
    [InlineData(CustomIdField.Absent, false)]
    public async Task Run_KilledBetweenIntentAndCommit_LogsOnceInTheEnd(CustomIdField field, bool afterTheCall)
    {
        await using var world = await EmailWorld.CreateAsync(o => o.CustomIdField = field);
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);

        await world.KillAsync((wire, kill) =>
        {
            if (afterTheCall) wire.Answered = request => KillAtCreate(request, kill);
            else wire.Sending = request => KillAtCreate(request, kill);
        });
        await world.SettleAsync();

        world.SingleLogged();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggedOnlyMatch);
    }

    [Fact]
    public async Task Run_ReplyLost_SaysItIsUncertainAndSendsNothingBeforeItLooked()
    {
        await using var world = await EmailWorld.CreateAsync(o => o.CustomIdField = CustomIdField.Absent);
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        FailNextCreate(world, new SandboxFault.DropBefore());

        (await world.RunAsync()).Outcome.Should().Be(RunOutcome.Failed);
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.Uncertain);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.RunWellAsync();

        world.Logged().Should().BeEmpty("Salesforce may still be at it");
    }

    [Fact]
    public async Task Run_TwoMailsAlikeAndOneLost_LogsBoth()
    {
        await using var world = await EmailWorld.CreateAsync(o => o.CustomIdField = CustomIdField.Absent);
        world.AddLead(Ann);
        await world.ReportAsync(EmailWorld.Mail("1", Ann) with { Subject = "Same" });
        await world.RunWellAsync();
        await world.ReportAsync(EmailWorld.Mail("2", Ann) with { Subject = "Same" });
        FailNextCreate(world, new SandboxFault.DropBefore());

        await world.RunAsync();
        await world.SettleAsync();

        world.Logged().Should().HaveCount(2).And.OnlyContain(t => t.Text("Subject") == "Same");
    }

    [Theory]
    [InlineData("lost reply")]
    [InlineData("never arrived")]
    [InlineData("503")]
    public async Task Run_MakingALeadGoesWrong_MakesOneLeadInTheEnd(string accident)
    {
        await using var world = await EmailWorld.CreateAsync(
            rule: e => e.Set(SettingKeys.EmailNoMatch, EmailRule.NoMatch.CreateLead));
        var mail = await world.ReportAsync("1", Ann);
        FailNextCreate(world, Faults[accident]);

        await world.RunAsync();
        await world.SettleAsync();

        world.Leads().Should().ContainSingle();
        world.SingleLogged();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggedNewLead);
    }

    [Theory]
    [InlineData(CustomIdField.UniqueExternalId, 1)]
    [InlineData(CustomIdField.UniqueExternalId, 30)]
    [InlineData(CustomIdField.Absent, 1)]
    [InlineData(CustomIdField.Absent, 9)]
    public async Task Run_CallArrivesMinutesLate_LogsOnceInTheEnd(CustomIdField field, int minutes)
    {
        await using var world = await EmailWorld.CreateAsync(o => o.CustomIdField = field);
        world.AddLead(Ann);
        await world.ReportAsync("1", Ann);

        await StrayAsync(world, minutes);

        world.SingleLogged();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task Run_MakingALeadArrivesMinutesLate_MakesOneLead(int minutes)
    {
        await using var world = await EmailWorld.CreateAsync(
            rule: e => e.Set(SettingKeys.EmailNoMatch, EmailRule.NoMatch.CreateLead));
        await world.ReportAsync("1", Ann);

        await StrayAsync(world, minutes);

        world.Leads().Should().ContainSingle();
        world.SingleLogged();
    }

    /// <summary>The creating call is given up, runs go on every minute, and then it arrives after all.</summary>
    private static async Task StrayAsync(EmailWorld world, int minutes)
    {
        var strayed = false;
        world.Wire.Strays = request => !strayed && (strayed = Creates(request));
        for (var minute = 0; minute < minutes; minute++)
        {
            await world.RunAsync();
            world.Time.Advance(TimeSpan.FromSeconds(54));
        }

        strayed.Should().BeTrue();
        await world.Wire.ArriveAsync(TestContext.Current.CancellationToken);
        await world.SettleAsync();
    }

    [Fact]
    public async Task Run_LeaseStolenMeanwhile_LeavesTheRestToTheOther()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        await world.ReportAsync("1", Ann);
        var stolen = false;
        world.Wire.Answered = request =>
        {
            if (stolen || !Creates(request)) return;
            stolen = true;
            world.ExpireLease();
            world.RunAsync().GetAwaiter().GetResult();
        };

        var summary = await world.RunAsync();
        world.Wire.Answered = null;
        await world.SettleAsync();

        stolen.Should().BeTrue();
        summary.Outcome.Should().Be(RunOutcome.GaveWay);
        world.SingleLogged();
    }

    [Fact]
    public async Task Run_SettingsChangedMeanwhile_DecidesAnew()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        world.Wire.Answered = _ =>
        {
            world.Wire.Answered = null;
            world.SaveAsync(e => e.Set(SettingKeys.EmailExclusions, Ann)).GetAwaiter().GetResult();
        };

        var summary = await world.RunAsync();
        await world.SettleAsync();

        (summary.Outcome, summary.Again).Should().Be((RunOutcome.GaveWay, true));
        world.Logged().Should().BeEmpty();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.OwnExclusion);
    }

    private static void KillAtCreate(HttpRequestMessage request, Action<HttpRequestMessage> kill)
    {
        if (Creates(request)) kill(request);
    }

    private static bool Creates(HttpRequestMessage request)
    {
        if (request.Content is null) return false;
        var body = Encoding.UTF8.GetString(request.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult());
        return body.Contains("/composite/sobjects", StringComparison.Ordinal);
    }

    /// <summary>The matching call goes well; the one after it meets the fault.</summary>
    private static void FailNextCreate(EmailWorld world, SandboxFault fault) => world.Wire.Sending = request =>
    {
        if (!Creates(request)) return;
        world.Wire.Sending = null;
        world.Sandbox.Faults.Add(fault);
    };
}
