using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.Support;
using SalesInsight.Tests.Sync.EmailLog;

namespace SalesInsight.Tests.Sync.Storage.Emails;

public sealed class EmailAccountTests
{
    private const string Entity = "EmailServicesAddress";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Address_RunsAsTheUser_IsFoundInOneCall()
    {
        await using var world = await EmailWorld.CreateAsync();
        var calls = 0;
        world.Wire.Sending = _ => calls++;

        var lookup = await LookAsync(world);

        var found = lookup.Should().BeOfType<BccLookup.Found>().Subject;
        found.Sender.Should().Be(EmailWorld.MaraAddress);
        found.Address.Should().Be($"emailtosalesforce@{RowOf(world).Text("EmailDomainName")}");
        calls.Should().Be(1);
    }

    [Fact]
    public async Task Address_RunsAsAnAdmin_IsFoundByWhoCreatedIt()
    {
        await using var world = await EmailWorld.CreateAsync(org => org.EmailAddressRunsAsUser = false);

        (await LookAsync(world)).Should().BeOfType<BccLookup.Found>();
    }

    [Theory]
    [InlineData("Mara.Visser@halden.example", true)]
    [InlineData("joe@halden.example, mara.visser@halden.example", true)]
    [InlineData("anne-mara.visser@halden.example", false)]
    [InlineData("marayvisser@halden.example", false)]
    public async Task Address_MadeByAnAdmin_IsTheirsWhoseMailItTakes(string senders, bool isTheirs)
    {
        await using var world = await EmailWorld.CreateAsync(org => org.EmailAddressRunsAsUser = false);
        var admin = world.Sandbox.Org.As(EmailWorld.Admin).UserId;
        foreach (var row in Rows(world).ToList())
            Change(world, row, draft => draft.Set("CreatedById", admin).Set("AuthorizedSenders", "nobody@x.example"));
        Change(world, Rows(world)[0], draft => draft.Set("AuthorizedSenders", senders));

        var lookup = await LookAsync(world);

        (lookup is BccLookup.Found).Should().Be(isTheirs);
        (lookup is BccLookup.Empty).Should().Be(!isTheirs);
    }

    [Fact]
    public async Task Address_NotActive_IsNone()
    {
        await using var world = await EmailWorld.CreateAsync();
        Change(world, RowOf(world), draft => draft.Set("IsActive", false));

        (await LookAsync(world)).Should().Be(new BccLookup.Empty(EmailWorld.MaraAddress));
    }

    [Fact]
    public async Task Address_ListNotShown_IsHiddenAndNotEmpty()
    {
        await using var world = await EmailWorld.CreateAsync(org => org.EmailAddressReadable = false);

        (await LookAsync(world)).Should().Be(new BccLookup.Hidden(EmailWorld.MaraAddress));
    }

    [Fact]
    public async Task Address_ApiSwitchedOff_SaysWhyAndBreaksNothing()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.Sandbox.Org.ApiDisabled = true;

        (await LookAsync(world)).Should().Be(
            new BccLookup.Failed(EmailWorld.MaraAddress, FaultCode.ApiDisabledForOrg));
        (await CheckAsync(world)).Should().Be(new EmailAccess.NotKnown(FaultCode.ApiDisabledForOrg));
    }

    [Fact]
    public async Task NotConnected_Asked_SaysSoWithoutACall()
    {
        await using var world = await EmailWorld.CreateAsync();
        await world.Store.AddUserAsync(EmailWorld.JonasId, "Jonas Lindqvist", Stop);
        var calls = 0;
        world.Wire.Sending = _ => calls++;
        var account = world.Store.Get<IEmailAccount>();

        (await account.CheckAsync(EmailWorld.JonasId, fresh: true, Stop)).Should().Be(new EmailAccess.NotKnown(null));
        (await account.FindBccAddressAsync(EmailWorld.JonasId, Stop)).Should()
            .BeOfType<BccLookup.Failed>().Which.Fault.Should().BeNull();
        calls.Should().Be(0);
    }

    [Fact]
    public async Task Rights_AskedTwice_CostNothingTheSecondTimeUnlessFresh()
    {
        await using var world = await EmailWorld.CreateAsync();

        (await CheckAsync(world)).Should().Be(new EmailAccess.Known(MayCreateTasks: true));
        var calls = 0;
        world.Wire.Sending = _ => calls++;
        await CheckAsync(world);
        calls.Should().Be(0);

        await CheckAsync(world, fresh: true);
        calls.Should().BePositive();
    }

    [Theory]
    [InlineData(true, "Lead,Account,Opportunity")]
    [InlineData(false, "")]
    public async Task RollUpKinds_OfTheOrg_AreThoseWhoseFieldTheUserIsShown(bool fields, string kinds)
    {
        await using var world = await EmailWorld.CreateAsync(org => org.EmailFields = fields);
        if (fields) world.Sandbox.Org.Rights.HideField("Contact", "MSE_Last_Activity__c");
        var calls = 0;
        world.Wire.Sending = _ => calls++;

        var found = await world.Store.Get<IEmailAccount>().FindRollUpKindsAsync(TestStore.RepId, Stop);

        found.Should().Equal(kinds.Split(',', StringSplitOptions.RemoveEmptyEntries));
        calls.Should().Be(1);
    }

    [Fact]
    public async Task Standing_OfTheMails_CountsMailsAndForgetsAfterThirtyDays()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead("ann@customer.example");
        await world.ReportAsync("1", "ann@customer.example", "nobody@customer.example", "nobody2@customer.example");
        (await StandingAsync(world)).Should().Be(new EmailStanding(null, Waiting: 1, NotLogged: 0));

        await world.RunWellAsync();
        var standing = await StandingAsync(world);
        standing.Should().Be(new EmailStanding(standing.LastLoggedAt, Waiting: 0, NotLogged: 1));
        standing.LastLoggedAt.Should().NotBeNull();

        world.Time.Advance(TimeSpan.FromDays(31));
        (await StandingAsync(world)).Should().Be(standing with { NotLogged = 0 });
    }

    [Fact]
    public async Task RollUpKinds_ApiSwitchedOff_AreNotKnown()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.Sandbox.Org.ApiDisabled = true;

        (await world.Store.Get<IEmailAccount>().FindRollUpKindsAsync(TestStore.RepId, Stop)).Should().BeNull();
    }

    private static Task<EmailStanding> StandingAsync(EmailWorld world) =>
        world.Store.Get<IEmailAccount>().StandingAsync(TestStore.RepId, Stop);

    private static Task<BccLookup> LookAsync(EmailWorld world) =>
        world.Store.Get<IEmailAccount>().FindBccAddressAsync(TestStore.RepId, Stop);

    private static Task<EmailAccess> CheckAsync(EmailWorld world, bool fresh = false) =>
        world.Store.Get<IEmailAccount>().CheckAsync(TestStore.RepId, fresh, Stop);

    private static List<SObjectRecord> Rows(EmailWorld world) =>
        [.. world.Sandbox.Org.Records.List(world.Sandbox.Org.As(EmailWorld.Admin), Entity)];

    private static SObjectRecord RowOf(EmailWorld world)
    {
        var mara = world.Sandbox.Org.As(EmailWorld.Mara).UserId;
        return Rows(world).Single(row => row.Text("RunAsUserId") == mara);
    }

    private static void Change(EmailWorld world, SObjectRecord row, Func<RowDraft, RowDraft> change) =>
        world.Sandbox.Org.Store.Put(change(new RowDraft(row)).ToRecord());
}
