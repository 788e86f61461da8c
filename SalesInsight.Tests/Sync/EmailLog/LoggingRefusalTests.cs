using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org.Setup;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>What Salesforce refuses stops nothing else, and says why.</summary>
public class LoggingRefusalTests
{
    private const string Ann = "ann@customer.example", Bob = "bob@customer.example";

    [Fact]
    public async Task Run_OneMailRefused_LogsTheOthersAndSaysWhy()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        world.Sandbox.Org.AddRule(new ValidationRule("Task", "Subject", "secret", "No secrets in activities"));
        var refused = await world.ReportAsync(EmailWorld.Mail("1", Ann) with { Subject = "Top secret" });
        await world.ReportAsync("2", Ann);

        await world.RunWellAsync();

        world.SingleLogged().Text("Subject").Should().Be("Offer 2");
        var why = (await world.FindAsync(refused)).Recipients.Single();
        (why.Standing, why.Reason).Should().Be((EmailView.Standing.NotLogged, EmailReason.Refused));
        (why.Fault, why.Message).Should().Be((FaultCode.ValidationRule, "No secrets in activities"));
    }

    [Fact]
    public async Task Report_RefusedMailAgain_TriesOnceMoreWithItsText()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        world.Sandbox.Org.AddRule(new ValidationRule("Task", "Subject", "Offer", "Closed"));
        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();
        world.Sandbox.Org.ClearRules();

        await world.ReportAsync("1", Ann);
        await world.RunWellAsync();

        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggedOnlyMatch);
        world.SingleLogged().Text("Description").Should().EndWith("this is offer 1.");
    }

    [Fact]
    public async Task Run_RowLockedForAWhile_TriesAgainByItself()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        FailCreates(world, "UNABLE_TO_LOCK_ROW", times: 2);

        await world.RunWellAsync();
        var first = (await world.FindAsync(mail)).Recipients.Single();
        await world.SettleAsync();

        (first.Standing, first.Reason, first.Fault).Should()
            .Be((EmailView.Standing.Waiting, EmailReason.TryingAgain, FaultCode.RowLocked));
        first.RetryAt.Should().NotBeNull();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggedOnlyMatch);
        world.SingleLogged();
    }

    [Fact]
    public async Task Run_RowLockedForEver_GivesUpWithAReason()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        FailCreates(world, "UNABLE_TO_LOCK_ROW", times: 0);

        for (var run = 0; run < 10; run++)
        {
            await world.RunAsync();
            world.Time.Advance(TimeSpan.FromHours(2));
        }

        var settled = (await world.FindAsync(mail)).Recipients.Single();
        (settled.Standing, settled.Reason, settled.Fault).Should()
            .Be((EmailView.Standing.NotLogged, EmailReason.Refused, FaultCode.RowLocked));
    }

    [Fact]
    public async Task Run_LeadConvertedBetweenMatchAndWrite_FollowsItToItsContact()
    {
        await using var world = await EmailWorld.CreateAsync();
        var lead = world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        string? contact = null;
        world.Wire.Sending = request =>
        {
            if (contact is null && Creates(request)) contact = world.Convert(lead);
        };

        await world.RunAsync();
        world.Wire.Sending = null;
        await world.SettleAsync();

        world.SingleLogged().Text("WhoId").Should().Be(contact);
        (await world.FindAsync(mail)).Recipients.Single().Standing.Should().Be(EmailView.Standing.Logged);
    }

    [Fact]
    public async Task Run_LeadRefusedByTheOrg_SaysSo()
    {
        await using var world = await EmailWorld.CreateAsync(
            rule: e => e.Set(SettingKeys.EmailNoMatch, EmailRule.NoMatch.CreateLead));
        world.Sandbox.Org.AddRule(new ValidationRule("Lead", "Email", "customer", "Ask marketing first"));
        var mail = await world.ReportAsync("1", Ann);

        await world.RunWellAsync();

        var why = (await world.FindAsync(mail)).Recipients.Single();
        (why.Reason, why.Message).Should().Be((EmailReason.LeadRefused, "Ask marketing first"));
        world.Logged().Should().BeEmpty();
    }

    [Fact]
    public async Task Run_CallRefusedForWhatIsInIt_HalvesUntilTheCulpritIsFound()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        world.AddLead(Bob);
        var culprit = await world.ReportAsync(EmailWorld.Mail("1", Ann) with { Text = "poison" });
        await world.ReportAsync("2", Ann, Bob);
        await world.ReportAsync("3", Ann);
        using var hook = world.Sandbox.Faults.BeforeRequest(call =>
        {
            world.Sandbox.Faults.Clear();
            return ValueTask.CompletedTask;
        });
        world.Wire.Sending = request =>
        {
            world.Sandbox.Faults.Clear();
            if (Creates(request) && BodyOf(request).Contains("poison", StringComparison.Ordinal))
                world.Sandbox.Faults.Add(SandboxFault.Error(400, "JSON_PARSER_ERROR", "no"));
        };
        hook.Dispose();

        await world.RunWellAsync();

        world.Logged().Should().HaveCount(3);
        (await world.ReasonAsync(culprit)).Should().Be(EmailReason.Refused);
    }

    [Fact]
    public async Task Run_DuplicateOutOfSight_CountsAsLoggedByAColleague()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        FailCreates(world, "DUPLICATE_VALUE", times: 1);

        var summary = await world.RunAsync();
        await world.SettleAsync();

        summary.Again.Should().BeTrue();
        world.Logged().Should().BeEmpty();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.AlreadyLogged);
    }

    private static bool Creates(HttpRequestMessage request) =>
        BodyOf(request).Contains("/composite/sobjects", StringComparison.Ordinal);

    private static string BodyOf(HttpRequestMessage request) =>
        request.Content?.ReadAsStringAsync().GetAwaiter().GetResult() ?? "";

    /// <summary>Every row of a creating call is refused with one code.</summary>
    private static void FailCreates(EmailWorld world, string code, int times)
    {
        var left = times == 0 ? int.MaxValue : times;
        world.Wire.Sending = request =>
        {
            if (!Creates(request) || left-- <= 0) return;
            var row = $$"""{"success":false,"errors":[{"statusCode":"{{code}}","message":"no","fields":[]}]}""";
            var answer = $$"""{"body":[{{row}}],"httpStatusCode":200,"referenceId":"rows0"}""";
            world.Sandbox.Faults.Add(new SandboxFault.Answer(200, $$"""{"compositeResponse":[{{answer}}]}"""));
        };
    }
}
