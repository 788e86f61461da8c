using System.Collections.Immutable;
using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Setup;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Salesforce;

public class WritingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // updates, deletes, creates, calls
    public static TheoryData<int, int, int, int> Sizes => new()
    {
        { 1, 0, 0, 1 },
        { 800, 0, 0, 1 },
        { 1_000, 0, 0, 2 },
        { 0, 0, 1_000, 1 },
        { 400, 200, 200, 1 },
        { 300, 300, 200, 2 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Write_OfManyRows_CostsAsFewCallsAsTheCapsAllow(int updates, int deletes, int creates, int calls)
    {
        await using var side = await SalesforceSide.StartAsync();
        var ids = side.AddTasks(updates + deletes);
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Calls.Reset();
        var rows = Enumerable.Range(0, updates).Select(i => Rename(i, ids[i], $"New {i}"))
            .Concat(Enumerable.Range(updates, deletes).Select(i => new WriteRequest.Delete(Key(i), ids[i])))
            .Concat(Enumerable.Range(0, creates).Select(i => Create(90_000 + i, $"Made {i}")));

        var reply = await session.WriteAsync(new WriteRequest([.. rows]), Stop);

        side.Server.Calls.Total.Should().Be(calls);
        reply.Outcomes.Should().HaveCount(updates + deletes + creates);
        reply.Outcomes.All(o => o is WriteReply.Done).Should().BeTrue();
        reply.Outcomes.Take(updates + deletes).Cast<WriteReply.Done>().Select(o => o.SalesforceId).Should().Equal(ids);
        reply.PreImages.Keys.ToHashSet().SetEquals(ids).Should().BeTrue();
        reply.PreImages.Values.All(t => t.Content.Subject!.StartsWith("Task ", StringComparison.Ordinal))
            .Should().BeTrue();
        side.Org.Records.List(side.As(), "Task").Should().HaveCount(updates + creates);
    }

    [Fact]
    public async Task Update_OfOneField_SendsThatFieldAndEmptiesByNull()
    {
        await using var side = await SalesforceSide.StartAsync();
        var id = side.AddTask(("Subject", "Call"), ("Description", "there"), ("ActivityDate", "2026-11-30"));
        var session = await side.OpenAsync();
        var content = new SalesforceContent("not sent", "Completed", "High", null, "not sent either");

        await session.WriteAsync(
            new WriteRequest([new WriteRequest.Update(Key(1), id, content, FieldSet.Of(TaskField.DueDate))]), Stop);

        var row = side.Org.Records.Find(side.As(), "Task", id)!;
        (row.Text("Subject"), row.Text("Description"), row.Text("Status"), row.Date("ActivityDate"))
            .Should().Be(("Call", "there", "Not Started", null));
    }

    [Fact]
    public async Task PreImage_OfARowEditedSinceStaging_ShowsThatEdit()
    {
        await using var side = await SalesforceSide.StartAsync();
        var id = side.AddTasks(1)[0];
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Org.Records.Update(side.As(), "Task", id, new Dictionary<string, object?> { ["Subject"] = "Theirs" });

        var reply = await session.WriteAsync(new WriteRequest([Rename(1, id, "Ours")]), Stop);

        reply.PreImages[id].Content.Subject.Should().Be("Theirs");
        reply.Outcomes.Single().Should().Be(new WriteReply.Done(id));
    }

    [Fact]
    public async Task Create_WithTheField_CarriesOurIdAndNoOwner()
    {
        await using var side = await SalesforceSide.StartAsync();
        var session = await side.OpenAsync();

        var reply = await session.WriteAsync(new WriteRequest([Create(7, "It's <new>")]), Stop);

        var id = reply.Outcomes.Should().ContainSingle().Which.Should().BeOfType<WriteReply.Done>().Which.SalesforceId;
        var row = side.Org.Records.Find(side.As(), "Task", id)!;
        (row.Text("Subject"), row.Text("SalesInsight_Id__c"), row.Text("OwnerId"), row.Text("Priority"))
            .Should().Be(("It's <new>", "install-7", session.UserId, "Normal"));
        reply.PreImages.Should().BeEmpty();
    }

    [Fact]
    public async Task Create_SentTwice_IsADuplicateThatALookUpFinds()
    {
        await using var side = await SalesforceSide.StartAsync();
        var session = await side.OpenAsync();
        var first = await session.WriteAsync(new WriteRequest([Create(7, "Once")]), Stop);

        var second = await session.WriteAsync(new WriteRequest([Create(7, "Once")]), Stop);

        second.Outcomes.Single().Should().BeOfType<WriteReply.Refused>()
            .Which.Fault.Code.Should().Be(FaultCode.DuplicateId);
        (await session.LookUpAsync(["install-7"], Stop)).Single().Id
            .Should().Be(((WriteReply.Done)first.Outcomes.Single()).SalesforceId);
    }

    [Theory]
    [InlineData(true, "install-7")]
    [InlineData(false, null)]
    public async Task Create_WithoutTheField_CarriesAMarkerOnlyWhenAgreed(bool agreed, string? expected)
    {
        await using var side = await SalesforceSide.StartAsync(
            o => o.CustomIdField = CustomIdField.Absent, settings: ("MarkerAgreed", agreed ? "true" : "false"));
        var session = await side.OpenAsync();

        var reply = await session.WriteAsync(new WriteRequest([Create(7, "New")]), Stop);

        var id = ((WriteReply.Done)reply.Outcomes.Single()).SalesforceId;
        side.Org.Records.Find(side.As(), "Task", id)!.Text("CallObject").Should().Be(expected);
        (await session.LookUpAsync(["install-7"], Stop)).Should().HaveCount(agreed ? 1 : 0);
    }

    [Fact]
    public async Task Rows_SomeRefused_EachHaveTheirOwnOutcomeInOrder()
    {
        await using var side = await SalesforceSide.StartAsync();
        var ids = side.AddTasks(3);
        side.Org.Records.Delete(side.As(), "Task", ids[1]);
        side.Org.AddRule(new ValidationRule("Task", "Subject", "forbidden", "Not this word"));
        var session = await side.OpenAsync();

        var reply = await session.WriteAsync(
            new WriteRequest(
            [
                Rename(0, ids[0], "fine"), Rename(1, ids[1], "gone"), Rename(2, ids[2], "forbidden"),
                Rename(3, ids[0], new string('x', 300)), Create(4, "also fine"),
            ]),
            Stop);

        reply.Outcomes.Select(o => o is WriteReply.Refused refused ? refused.Fault.Code : (FaultCode?)null)
            .Should().Equal(null, FaultCode.RowDeleted, FaultCode.ValidationRule, FaultCode.TooLong, null);
        ((WriteReply.Refused)reply.Outcomes[2]).Fault.Message.Should().Be("Not this word");
        reply.PreImages.Should().NotContainKey(ids[1]);
    }

    [Fact]
    public async Task Reply_LostAfterTheWork_IsUnknownAndNotSentAgain()
    {
        await using var side = await SalesforceSide.StartAsync();
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        side.Server.Calls.Reset();
        side.Server.Faults.Add(new SandboxFault.LoseReply());

        var write = () => session.WriteAsync(new WriteRequest([Create(7, "New")]), Stop);

        (await write.Should().ThrowAsync<SalesforceFaultException>()).Which.Delivery.Should().Be(Delivery.Unknown);
        side.Server.Calls.Total.Should().Be(1);
        (await session.LookUpAsync(["install-7"], Stop)).Should().HaveCount(1);
    }

    // what meets the write, whether it may have arrived
    public static TheoryData<SandboxFault, bool> Failures => new()
    {
        { SandboxFault.Error(503, "SERVER_UNAVAILABLE", "down"), true },
        { SandboxFault.Error(500, "UNKNOWN_EXCEPTION", "ErrorId: 1"), true },
        { SandboxFault.Error(400, "REQUEST_RUNNING_TOO_LONG", "10 minutes"), true },
        { SandboxFault.Html(200), true },
        { SandboxFault.Html(502), true },
        { new SandboxFault.Answer(200, "{\"compositeResponse\":["), true },
        { new SandboxFault.Answer(200, "{\"compositeResponse\":[]}"), true },
        { new SandboxFault.DropBefore(), true },
        { SandboxFault.LimitExceeded(), false },
        { SandboxFault.Error(420, "", ""), false },
        { SandboxFault.Error(403, "API_DISABLED_FOR_ORG", "no"), false },
        { SandboxFault.Error(400, "JSON_PARSER_ERROR", "bug"), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Write_ThatFails_SaysWhetherItMayHaveArrivedAndIsSentOnce(SandboxFault fault, bool mayHave)
    {
        await using var side = await SalesforceSide.StartAsync();
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        var before = session.CallsMade;
        side.Server.Faults.Add(fault with { Times = 0 });

        var write = () => session.WriteAsync(new WriteRequest([Create(7, "New")]), Stop);

        (await write.Should().ThrowAsync<SalesforceFaultException>()).Which.Delivery
            .Should().Be(mayHave ? Delivery.Unknown : Delivery.NotDelivered);
        (session.CallsMade - before).Should().Be(1);
    }

    [Fact]
    public async Task Write_ToAServerThatIsNotThere_WasNotDelivered()
    {
        var side = await SalesforceSide.StartAsync();
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        await side.Server.DisposeAsync();

        var write = () => session.WriteAsync(new WriteRequest([Create(7, "New")]), Stop);

        (await write.Should().ThrowAsync<SalesforceFaultException>()).Which.Delivery.Should().Be(Delivery.NotDelivered);
    }

    [Fact]
    public async Task Write_SlowerThanItsTime_IsUnknown()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var side = await SalesforceSide.StartAsync(time: clock);
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        using var hook = side.Server.Faults.BeforeRequest(_ =>
        {
            clock.Advance(side.Gateway.RequestTimeout);
            return ValueTask.CompletedTask;
        });

        var write = () => session.WriteAsync(new WriteRequest([Create(7, "New")]), Stop);

        var thrown = (await write.Should().ThrowAsync<SalesforceFaultException>()).Which;
        (thrown.Delivery, thrown.Fault.ErrorCode).Should().Be((Delivery.Unknown, "TIMEOUT"));
    }

    [Fact]
    public async Task SecondCall_OfALargeWriteThatFails_KeepsTheOutcomesOfTheFirst()
    {
        await using var side = await SalesforceSide.StartAsync();
        var ids = side.AddTasks(900);
        var session = await side.OpenAsync();
        await session.ReadOrgFactsAsync(false, Stop);
        using var hook = side.Server.Faults.BeforeRequest(_ =>
        {
            // Meets the next call: the faults of this one are chosen already.
            side.Server.Faults.Add(new SandboxFault.LoseReply());
            return ValueTask.CompletedTask;
        });

        var rows = ids.Select((id, i) => Rename(i, id, $"New {i}")).ToImmutableArray<WriteRequest.Row>();
        var reply = await session.WriteAsync(new WriteRequest(rows), Stop);

        reply.Outcomes.Take(800).All(o => o is WriteReply.Done).Should().BeTrue();
        reply.Outcomes.Skip(800).All(o => o is WriteReply.Unknown).Should().BeTrue();
    }

    private static Guid Key(long number) => SequentialIds.Of(number);

    private static WriteRequest.Row Rename(int number, string id, string subject) =>
        new WriteRequest.Update(Key(number), id, new SalesforceContent(subject), FieldSet.Of(TaskField.Subject));

    private static WriteRequest.Row Create(int number, string subject) => new WriteRequest.Create(
        Key(number), $"install-{number}", new SalesforceContent(subject, "Not Started", "Normal"));
}
