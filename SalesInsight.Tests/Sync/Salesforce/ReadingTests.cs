using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Tests.Sync.Salesforce;

public class ReadingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Window_WithIds_IsOneCall()
    {
        await using var side = await SalesforceSide.StartAsync();
        var ids = side.AddTasks(1_200);
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Calls.Reset();

        var reply = await session.ReadAsync(new ReadRequest(session.UserId, side.LastHour(), ids), Stop);

        side.Server.Calls.Total.Should().Be(1);
        reply.Window.Should().HaveCount(1_200).And.BeInAscendingOrder(t => t.Id);
        reply.ById.Select(t => t.Id).ToHashSet().SetEquals(ids).Should().BeTrue();
        reply.TotalSize.Should().Be(1_200);
        reply.NextPage.Should().BeNull();
    }

    [Fact]
    public async Task Window_Alone_IsOneCallAndTellsTheirTime()
    {
        await using var side = await SalesforceSide.StartAsync();
        side.Org.Clock.Advance(TimeSpan.FromDays(3));
        side.AddTasks(1);
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Calls.Reset();

        var reply = await session.ReadAsync(new ReadRequest(session.UserId, side.LastHour(), []), Stop);

        side.Server.Calls.ByKind.Should().ContainKey("GET queryAll").WhoseValue.Should().Be(1);
        reply.ServerTime.Should().BeCloseTo(side.Org.Clock.UtcNow, TimeSpan.FromSeconds(5));
        session.Usage.Should().NotBeNull();
        session.CallsMade.Should().Be(3);
    }

    [Fact]
    public async Task Window_OfFourThousandRows_GoesOnByTheNextPageAlone()
    {
        await using var side = await SalesforceSide.StartAsync();
        side.AddTasks(4_100);
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Calls.Reset();

        var reply = await session.ReadAsync(new ReadRequest(session.UserId, side.LastHour(), []), Stop);
        var seen = reply.Window.Select(t => t.Id).ToHashSet();
        while (reply.NextPage is { } next)
        {
            reply = await session.ReadPageAsync(next, Stop);
            seen.UnionWith(reply.Window.Select(t => t.Id));
        }

        seen.Should().HaveCount(4_100);
        side.Server.Calls.Total.Should().Be(3);
    }

    [Fact]
    public async Task Row_DeletedThere_ComesWithItsMark()
    {
        await using var side = await SalesforceSide.StartAsync();
        var id = side.AddTasks(1)[0];
        side.Org.Records.Delete(side.As(), "Task", id);
        var session = await side.OpenAsync();

        var reply = await session.ReadAsync(new ReadRequest(null, side.LastHour(), [id]), Stop);

        reply.Window.Should().ContainSingle().Which.IsDeleted.Should().BeTrue();
        reply.ById.Should().ContainSingle().Which.IsDeleted.Should().BeTrue();
    }

    [Fact]
    public async Task Row_OutOfSight_IsMissing()
    {
        await using var side = await SalesforceSide.StartAsync();
        var ids = side.AddTasks(2);
        var session = await side.OpenAsync();
        side.Org.Rights.HideRecord(session.UserId, ids[0]);

        var reply = await session.ReadAsync(new ReadRequest(session.UserId, null, ids), Stop);

        reply.ById.Should().ContainSingle().Which.Id.Should().Be(ids[1]);
    }

    [Fact]
    public async Task Row_WithEveryField_IsReadWhole()
    {
        await using var side = await SalesforceSide.StartAsync();
        var id = side.AddTask(
            ("Subject", "<b>O'Brien</b> & \"co\""), ("Description", "Zeile 1\nZeile 2"), ("ActivityDate", "2026-11-30"),
            ("Status", "In Progress"), ("Priority", "Low"), ("SalesInsight_Id__c", "install-task"));
        var session = await side.OpenAsync();

        var task = (await session.ReadAsync(new ReadRequest(null, null, [id]), Stop)).ById.Single();

        task.Content.Should().Be(new SalesforceContent(
            "<b>O'Brien</b> & \"co\"", "In Progress", "Low", "2026-11-30", "Zeile 1\nZeile 2"));
        (task.ExternalId, task.OwnerId, task.IsClosed).Should().Be(("install-task", session.UserId, false));
        task.TaskSubtype.Should().Be("Task");
        task.Hidden.Should().Be(FieldSet.None);
    }

    [Fact]
    public async Task Field_HiddenSinceTheDescribe_IsDroppedAndNamed()
    {
        await using var side = await SalesforceSide.StartAsync();
        var id = side.AddTask(("Subject", "Call"), ("Description", "secret"));
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Org.Rights.HideField("Task", "Description", session.UserId);

        var task = (await session.ReadAsync(new ReadRequest(null, null, [id]), Stop)).ById.Single();

        task.Content.Subject.Should().Be("Call");
        task.Hidden.Should().Be(FieldSet.Of(TaskField.Details));
    }

    [Fact]
    public async Task OrgFacts_AskedAgainWithinADay_CostNothing()
    {
        await using var side = await SalesforceSide.StartAsync();
        var session = await side.OpenAsync();
        var facts = await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Calls.Reset();

        (await session.ReadOrgFactsAsync(false, Stop)).Should().Be(facts);

        side.Server.Calls.Total.Should().Be(0);
        facts.CreateMode.Should().Be(CreateMode.UniqueId);
        facts.Vocabulary.FirstClosed.Should().Be("Completed");
        facts.Vocabulary.DefaultOpen.Should().Be("Not Started");
    }

    [Fact]
    public async Task DeleteLog_OfAShortWindow_IsAskedForInWholeMinutes()
    {
        await using var side = await SalesforceSide.StartAsync();
        var id = side.AddTasks(1)[0];
        side.Org.Records.Delete(side.As(), "Task", id);
        var session = await side.OpenAsync();
        var now = side.Org.Clock.UtcNow;

        var reply = await session.ReadDeletedAsync(now.AddSeconds(-5), now, Stop);

        reply.Records.Should().ContainSingle().Which.Id.Should().Be(id);
    }

    [Theory]
    [InlineData("a'b")]
    [InlineData("x' OR Subject != '")]
    [InlineData(@"back\slash")]
    public async Task LookUp_OfAnInjection_FindsThatTextAlone(string text)
    {
        await using var side = await SalesforceSide.StartAsync();
        side.AddTasks(3);
        var id = side.AddTask(("Subject", "mine"), ("SalesInsight_Id__c", text));
        var session = await side.OpenAsync();

        (await session.LookUpAsync([text], Stop)).Should().ContainSingle().Which.Id.Should().Be(id);
        (await session.LookUpAsync([text + "-other"], Stop)).Should().BeEmpty();
    }

    [Fact]
    public async Task LookUp_OfManyIds_IsOneCallAndFindsDeletedOnesToo()
    {
        await using var side = await SalesforceSide.StartAsync();
        var id = side.AddTask(("Subject", "mine"), ("SalesInsight_Id__c", "key-499"));
        side.Org.Records.Delete(side.As(), "Task", id);
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Calls.Reset();

        var found = await session.LookUpAsync([.. Enumerable.Range(0, 500).Select(i => $"key-{i}")], Stop);

        found.Should().ContainSingle().Which.IsDeleted.Should().BeTrue();
        side.Server.Calls.Total.Should().Be(1);
    }

    [Fact]
    public async Task LookUp_WithoutTheField_ReadsWhatThisUserCreated()
    {
        await using var side = await SalesforceSide.StartAsync(o => o.CustomIdField = CustomIdField.Absent);
        side.AddTasks(2);
        var session = await side.OpenAsync();

        (await session.ReadOrgFactsAsync(false, Stop)).CreateMode.Should().Be(CreateMode.NaturalKey);
        (await session.LookUpAsync(["anything"], Stop)).Should().BeEmpty();
        (await session.LookUpCreatedAsync(side.Org.Clock.UtcNow.AddMinutes(-1), Stop)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Names_OfPeopleAndRecords_AreOneCall()
    {
        await using var side = await SalesforceSide.StartAsync();
        var account = side.Add("Account", ("Name", "Halden"));
        var contact = side.Add("Contact", ("FirstName", "Ada"), ("LastName", "Berg"), ("AccountId", account));
        var lead = side.Add("Lead", ("FirstName", "Leo"), ("LastName", "Kim"), ("Company", "Kim Ltd"));
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Calls.Reset();

        var names = await session.ReadNamesAsync([account, contact, lead, "500000000000001AAA", "not an id"], Stop);

        names.Should().BeEquivalentTo(
        [
            new RecordName(account, "Account", "Halden", null),
            new RecordName(contact, "Contact", "Ada Berg", "Halden"),
            new RecordName(lead, "Lead", "Leo Kim", "Kim Ltd"),
        ]);
        side.Server.Calls.Total.Should().Be(1);
    }

    [Fact]
    public async Task Successors_OfMergedAndConvertedPeople_AreOneCall()
    {
        await using var side = await SalesforceSide.StartAsync();
        var lead = side.Add("Lead", ("LastName", "Kim"), ("Company", "Kim Ltd"));
        var (master, loser) = (side.Add("Contact", ("LastName", "Berg")), side.Add("Contact", ("LastName", "Bergh")));
        var gone = side.Add("Contact", ("LastName", "Gone"));
        var admin = side.Org.As("admin@sandbox.test");
        var contact = side.Org.Maintenance.ConvertLead(admin, lead);
        side.Org.Maintenance.Merge(admin, master, loser);
        side.Org.Records.Delete(admin, "Contact", gone).Success.Should().BeTrue();
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Calls.Reset();

        var found = await session.FindSuccessorsAsync([lead, loser, gone, master, "not an id"], Stop);

        found.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            [lead] = contact, [loser] = master, [master] = master,
        });
        side.Server.Calls.Total.Should().Be(1);
    }

    [Fact]
    public async Task Read_MetByAnOutage_IsRepeated()
    {
        await using var side = await SalesforceSide.StartAsync();
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Faults.Add(SandboxFault.Error(503, "SERVER_UNAVAILABLE", "down") with { Times = 2 });

        var reply = await session.ReadAsync(new ReadRequest(null, side.LastHour(), []), Stop);

        reply.Window.Should().BeEmpty();
        session.CallsMade.Should().Be(5);
    }

    // what the answer is, what is made of it after the repetitions are used up
    public static TheoryData<SandboxFault, FaultCode> Broken => new()
    {
        { SandboxFault.Html(200), FaultCode.Unreachable },
        { SandboxFault.Html(404), FaultCode.Unreachable },
        { new SandboxFault.Answer(200, "{\"records\":[{\"Id\":"), FaultCode.Unreachable },
        { new SandboxFault.Answer(200, ""), FaultCode.Unreachable },
        { new SandboxFault.Answer(200, "[]"), FaultCode.Unreachable },
        { new SandboxFault.Answer(200, "{\"done\":true,\"records\":[{\"Id\":\"00T\"}]}"), FaultCode.Unreachable },
        { SandboxFault.LimitExceeded(), FaultCode.DailyLimit },
        { SandboxFault.Error(403, "API_DISABLED_FOR_ORG", "no"), FaultCode.ApiDisabledForOrg },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Read_AnsweredByAnythingElse_IsAFaultAndNeverAnEmptyWindow(SandboxFault fault, FaultCode expected)
    {
        await using var side = await SalesforceSide.StartAsync();
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Faults.Add(fault with { Times = 0 });

        var read = () => session.ReadAsync(new ReadRequest(null, side.LastHour(), []), Stop);

        (await read.Should().ThrowAsync<SalesforceFaultException>()).Which.Fault.Code.Should().Be(expected);
    }

    [Fact]
    public async Task Read_ClaimedToBePackedAndNot_IsRead()
    {
        await using var side = await SalesforceSide.StartAsync();
        side.AddTasks(1);
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Faults.Add(new SandboxFault.GzipLie());

        (await session.ReadAsync(new ReadRequest(null, side.LastHour(), []), Stop)).Window.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("https://evil.example/services/data/v62.0/query/01g")]
    [InlineData("//evil.example/services/data/v62.0/query/01g")]
    [InlineData("http://127.0.0.1:1/services/data/v62.0/query/01g")]
    [InlineData("/services/oauth2/revoke?token=x")]
    [InlineData("/services/data/../oauth2/revoke")]
    public async Task NextPage_PointingElsewhere_GetsNoToken(string nextPage)
    {
        await using var side = await SalesforceSide.StartAsync();
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Calls.Reset();

        var read = () => session.ReadPageAsync(nextPage, Stop);

        (await read.Should().ThrowAsync<SalesforceFaultException>())
            .Which.Fault.ErrorCode.Should().Be("ADDRESS_NOT_ALLOWED");
        side.Server.Calls.Total.Should().Be(0);
    }
}
