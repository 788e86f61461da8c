using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.People;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>The date of the most recent mail on the records it was logged to.</summary>
public sealed class RollUpTests(ITestOutputHelper output)
{
    private const string Ann = "ann@customer.example", Bob = "bob@customer.example";

    [Fact]
    public async Task Run_EveryKindOn_DatesAreOnEachRecord()
    {
        await using var world = await CreateAsync(All);
        var (lead, contact) = (world.AddLead(Bob), AddContact(world, Ann, out var account));
        var opportunity = world.AddOpportunity(contact);
        await world.ReportAsync("1", Ann, Bob);

        await world.RunWellAsync();

        Dates(world, lead, contact, account, opportunity).Should().OnlyContain(d => d == DayOf(world));
    }

    [Theory]
    [InlineData(nameof(SettingKeys.EmailRollUpLead), 0)]
    [InlineData(nameof(SettingKeys.EmailRollUpContact), 1)]
    [InlineData(nameof(SettingKeys.EmailRollUpAccount), 2)]
    [InlineData(nameof(SettingKeys.EmailRollUpOpportunity), 3)]
    public async Task Run_OneKindOn_ThatAloneIsDated(string key, int dated)
    {
        await using var world = await CreateAsync(edit => edit.Set(KeyOf(key), true));
        var (lead, contact) = (world.AddLead(Bob), AddContact(world, Ann, out var account));
        var opportunity = world.AddOpportunity(contact);
        await world.ReportAsync("1", Ann, Bob);

        await world.RunWellAsync();

        Dates(world, lead, contact, account, opportunity).Select((date, at) => (date, at))
            .Where(d => d.date is not null).Select(d => d.at).Should().Equal(dated);
    }

    [Fact]
    public async Task Run_Off_DatesNothing()
    {
        await using var world = await CreateAsync(_ => { });
        var lead = world.AddLead(Ann);
        await world.ReportAsync("1", Ann);

        await world.RunWellAsync();

        Dates(world, lead).Should().Equal((DateOnly?)null);
    }

    [Fact]
    public async Task Run_LaterDateThere_StaysAndCostsNoWrite()
    {
        await using var world = await CreateAsync(All);
        var lead = world.AddLead(Ann);
        Set(world, lead, new DateOnly(2027, 1, 1));
        await world.ReportAsync("1", Ann);
        var stamp = Row(world, lead).Moment("SystemModstamp");

        await world.RunWellAsync();

        Dates(world, lead).Should().Equal(new DateOnly(2027, 1, 1));
        Row(world, lead).Moment("SystemModstamp").Should().Be(stamp);
    }

    [Fact]
    public async Task Run_KilledBetweenLoggingAndDating_TheNextOneDates()
    {
        await using var world = await CreateAsync(All);
        var lead = world.AddLead(Ann);
        await world.ReportAsync("1", Ann);
        await world.KillAsync((wire, die) => wire.Sending = request =>
        {
            if (BodyOf(request).Contains(RollUpReader.Field, StringComparison.Ordinal)) die(request);
        });
        world.Logged().Should().ContainSingle();
        Dates(world, lead).Should().Equal((DateOnly?)null);

        await world.SettleAsync();

        Dates(world, lead).Should().Equal(DayOf(world));
        world.Logged().Should().ContainSingle("dating logs nothing twice");
    }

    [Fact]
    public async Task Run_OrgWithoutTheField_AsksOnceAndIsDone()
    {
        await using var world = await EmailWorld.CreateAsync(rule: All);
        world.AddLead(Ann);
        await world.ReportAsync("1", Ann);

        await world.RunWellAsync();
        world.Sandbox.Calls.Reset();
        await world.RunWellAsync();

        world.Logged().Should().ContainSingle();
        world.Sandbox.Calls.Total.Should().Be(0);
    }

    [Fact]
    public async Task Run_FieldReadOnlyForTheUser_LogsAndIsDone()
    {
        await using var world = await CreateAsync(All);
        var lead = world.AddLead(Ann);
        world.Sandbox.Org.Rights.MakeFieldReadOnly("Lead", RollUpReader.Field);
        await world.ReportAsync("1", Ann);

        await world.RunWellAsync();
        world.Sandbox.Calls.Reset();
        await world.RunWellAsync();

        Dates(world, lead).Should().Equal((DateOnly?)null);
        world.Sandbox.Calls.Total.Should().Be(0);
    }

    [Fact]
    public async Task Run_RecordLockedForAMoment_IsDatedByALaterRun()
    {
        await using var world = await CreateAsync(All);
        var lead = world.AddLead(Ann);
        world.Sandbox.Org.Maintenance.LockRow(lead);
        await world.ReportAsync("1", Ann);
        await world.RunAsync();

        await world.SettleAsync();
        (await world.Store.Get<SalesInsight.Sync.EmailLog.Outbox.IEmailStore>()
            .ListDueConnectionsAsync(world.Time.GetUtcNow(), TestContext.Current.CancellationToken)).Should().BeEmpty();

        Dates(world, lead).Should().Equal(DayOf(world));
    }

    [Fact]
    public async Task Run_ThousandMailsToThreeThousandPeople_CostsAtMost25CallsAllTheSame()
    {
        const int people = 3_000, callsMax = 25;
        await using var world = await CreateAsync(All);
        for (var person = 0; person < people; person++)
            if (person % 2 == 0) world.AddLead($"p{person}@c.example");
            else world.AddOpportunity(AddContact(world, $"p{person}@c.example", out _));
        for (var mail = 0; mail < people / 3; mail++)
            await world.ReportAsync(
                $"{mail}", [.. Enumerable.Range(mail * 3, 3).Select(person => $"p{person}@c.example")]);
        world.Sandbox.Calls.Reset();

        await world.RunWellAsync();

        output.WriteLine($"{world.Sandbox.Calls.Total} calls");
        world.Sandbox.Calls.Total.Should().BeLessThanOrEqualTo(callsMax);
        Rows(world, "Account").Should().OnlyContain(row => row[RollUpReader.Field] != null);
    }

    private static void All(SettingsEdit edit) => edit
        .Set(SettingKeys.EmailRollUpLead, true).Set(SettingKeys.EmailRollUpContact, true)
        .Set(SettingKeys.EmailRollUpAccount, true).Set(SettingKeys.EmailRollUpOpportunity, true);

    private static SettingKey<bool> KeyOf(string name) =>
        (SettingKey<bool>)typeof(SettingKeys).GetField(name)!.GetValue(null)!;

    private static Task<EmailWorld> CreateAsync(Action<SettingsEdit> rule) =>
        EmailWorld.CreateAsync(org => org.EmailFields = true, rule);

    private static string AddContact(EmailWorld world, string email, out string account)
    {
        account = world.Add("Account", ("Name", $"Of {email}"));
        return world.Add("Contact", ("LastName", "Contact"), ("Email", email), ("AccountId", account));
    }

    private static IEnumerable<SObjectRecord> Rows(EmailWorld world, string entity) =>
        world.Sandbox.Org.Records.List(world.Sandbox.Org.As(EmailWorld.Admin), entity);

    private static SObjectRecord Row(EmailWorld world, string id) =>
        new[] { "Lead", "Contact", "Account", "Opportunity" }.SelectMany(entity => Rows(world, entity))
            .Single(row => row.Id == id);

    private static IEnumerable<DateOnly?> Dates(EmailWorld world, params string[] ids) =>
        [.. ids.Select(id => Row(world, id)[RollUpReader.Field] as DateOnly?)];

    private static DateOnly? DayOf(EmailWorld world) => world.Logged()[0]["ActivityDate"] as DateOnly?;

    private static void Set(EmailWorld world, string id, DateOnly date) => world.Sandbox.Org.Records.Update(
        world.Sandbox.Org.As(EmailWorld.Mara), "Lead", id,
        new Dictionary<string, object?> { [RollUpReader.Field] = date }).Errors.Should().BeEmpty();

    private static string BodyOf(HttpRequestMessage request) =>
        request.Content is { } content && request.Method == HttpMethod.Post
            ? content.ReadAsStringAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult()
            : "";
}
