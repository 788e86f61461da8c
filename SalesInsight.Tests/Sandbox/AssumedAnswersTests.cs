using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Tests.Sandbox;

/// <summary>Each switch of an unverified fact shows what it says, either way.</summary>
public sealed class AssumedAnswersTests
{
    private const string Path = "/services/data/v60.0";

    [Theory]
    [Source("11.3")]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Composite_ReadAfterAWrite_SeesItAsAssumed(bool sees, int expected)
    {
        await using var caller = await StartAsync(o => o.CompositeSeesEarlierWrites = sees);

        var reply = await caller.SendAsync("POST", "composite", new
        {
            compositeRequest = new object[]
            {
                Part("POST", "sobjects/Task", "made", new { Subject = "Call Dana" }),
                Part("GET", "query?q=SELECT+Id+FROM+Task", "found"),
                Part("GET", "sobjects/Task/@{made.id}", "read"),
            },
        });

        var answers = reply.Json.GetProperty("compositeResponse");
        answers[0].GetProperty("httpStatusCode").GetInt32().Should().Be(201);
        answers[1].GetProperty("body").GetProperty("totalSize").GetInt32().Should().Be(expected);
        answers[2].GetProperty("body").GetProperty("Subject").GetString().Should().Be("Call Dana");
    }

    [Theory]
    [Source("11.8")]
    [InlineData(false, 200)]
    [InlineData(true, 414)]
    public async Task Composite_QueryLongerThanAUri_IsTakenAsAssumed(bool limited, int expected)
    {
        await using var caller = await StartAsync(o => o.CompositeUrlIsLimited = limited);
        var ids = string.Join("%2C", Enumerable.Range(1, 800).Select(at => $"%27{RecordId.Create("00T", at)}%27"));

        var reply = await caller.SendAsync("POST", "composite", new
        {
            compositeRequest = new[] { Part("GET", $"query?q=SELECT+Id+FROM+Task+WHERE+Id+IN+({ids})", "long") },
        });

        reply.Json.GetProperty("compositeResponse")[0].GetProperty("httpStatusCode").GetInt32().Should().Be(expected);
    }

    [Theory]
    [Source("11.4")]
    [InlineData(400)]
    [InlineData(500)]
    public async Task Update_LockedRow_AnswersTheAssumedStatus(int status)
    {
        await using var caller = await StartAsync(o => o.RowLockedStatus = status);
        var id = caller.CreateTask(("Subject", "Call Dana"));
        caller.Org.Maintenance.LockRow(id);

        var reply = await caller.SendAsync("PATCH", $"sobjects/Task/{id}", new { Subject = "Call Priya" });

        ((int)reply.Status, reply.ErrorCode).Should().Be((status, "UNABLE_TO_LOCK_ROW"));
    }

    [Theory]
    [Source("11.4")]
    [InlineData(400)]
    [InlineData(409)]
    public async Task Create_UniqueIdTwice_AnswersTheAssumedStatus(int status)
    {
        await using var caller = await StartAsync(o => o.DuplicateValueStatus = status);
        caller.CreateTask(("SalesInsight_Id__c", "one"));

        var reply = await caller.SendAsync("POST", "sobjects/Task", new { SalesInsight_Id__c = "one" });

        ((int)reply.Status, reply.ErrorCode).Should().Be((status, "DUPLICATE_VALUE"));
    }

    [Theory]
    [Source("11.4")]
    [InlineData(403)]
    [InlineData(400)]
    public async Task Call_OrgWithoutApi_AnswersTheAssumedStatus(int status)
    {
        await using var caller = await StartAsync(o => o.ApiDisabledStatus = status);
        caller.Org.ApiDisabled = true;

        var reply = await caller.SendAsync("GET", "limits");

        ((int)reply.Status, reply.ErrorCode).Should().Be((status, "API_DISABLED_FOR_ORG"));
    }

    [Theory]
    [Source("11.4")]
    [InlineData(400)]
    [InlineData(404)]
    public async Task Create_PersonWhoIsGone_AnswersTheAssumedStatus(int status)
    {
        await using var caller = await StartAsync(o => o.CrossReferenceStatus = status);

        var reply = await caller.SendAsync("POST", "sobjects/Task", new { WhoId = RecordId.Create("003", 99) });

        ((int)reply.Status, reply.ErrorCode).Should().Be((status, "INVALID_CROSS_REFERENCE_KEY"));
    }

    [Theory]
    [Source("11.5")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CallObject_OfAStandardUser_IsThereAsAssumed(bool visible)
    {
        await using var caller = await StartAsync(o => o.CallObjectVisible = visible);

        var written = await caller.SendAsync("POST", "sobjects/Task", new { CallObject = "mark" });
        var described = await caller.SendAsync("GET", "sobjects/Task/describe");

        written.Text.Should().Contain(visible ? "\"success\":true" : "INVALID_FIELD");
        described.Text.Contains("\"CallObject\"", StringComparison.Ordinal).Should().Be(visible);
    }

    [Theory]
    [Source("11.6")]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task EmailServicesAddress_OfAStandardUser_IsReadAsAssumed(bool readable, bool runsAsUser)
    {
        await using var caller = await StartAsync(o =>
            (o.EmailAddressReadable, o.EmailAddressRunsAsUser) = (readable, runsAsUser));
        var mine = $"SELECT EmailDomainName FROM EmailServicesAddress WHERE RunAsUserId = '{caller.Context.UserId}'";

        var found = await caller.QueryAsync(mine);
        var listed = await caller.SendAsync("GET", "sobjects");

        if (readable) found.Json.GetProperty("totalSize").GetInt32().Should().Be(runsAsUser ? 1 : 0);
        else found.ErrorCode.Should().Be("INVALID_TYPE");
        listed.Text.Contains("EmailServicesAddress", StringComparison.Ordinal).Should().Be(readable);
    }

    [Theory]
    [Source("11.10")]
    [InlineData(LeadConversion.MovesTasks, true, true)]
    [InlineData(LeadConversion.MovesTasksUnstamped, true, false)]
    [InlineData(LeadConversion.LeavesTasks, false, false)]
    public async Task ConvertLead_WithATask_TreatsItAsAssumed(LeadConversion effect, bool moves, bool stamps)
    {
        await using var caller = await StartAsync(o => o.LeadConversion = effect);
        var lead = caller.Org.Records.Create(caller.Context, "Lead", new Dictionary<string, object?>
        {
            ["LastName"] = "Feld", ["Company"] = "Feld & Söhne",
        }).Id!;
        var task = caller.CreateTask(("WhoId", lead));
        var before = Read(caller, task);
        caller.Org.Clock.Advance(TimeSpan.FromMinutes(5));

        var contact = caller.Org.Maintenance.ConvertLead(caller.Org.As(RestCaller.Admin), lead);

        var after = Read(caller, task);
        after.Text("WhoId").Should().Be(moves ? contact : lead);
        (after.Moment("SystemModstamp") > before.Moment("SystemModstamp")).Should().Be(stamps);
        after.Moment("LastModifiedDate").Should().Be(before.Moment("LastModifiedDate"));
    }

    [Theory]
    [Source("3.2")]
    [InlineData("INVALID_CROSS_REFERENCE_KEY")]
    [InlineData("NOT_FOUND")]
    public async Task Update_ItemOutOfSight_SaysTheAssumedCode(string code)
    {
        await using var caller = await StartAsync(o => o.UnseenItemCode = code);
        var theirs = caller.Org.Records.Create(
            caller.Org.As(RestCaller.Jonas), "Task", new Dictionary<string, object?>()).Id!;

        var reply = await caller.SendAsync("PATCH", "composite/sobjects", new
        {
            records = new object[] { new { attributes = new { type = "Task" }, id = theirs, Subject = "x" } },
        });

        reply.Json[0].GetProperty("errors")[0].GetProperty("statusCode").GetString().Should().Be(code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Create_UniqueIdOutOfSight_NamesItAsAssumed(bool names)
    {
        await using var caller = await StartAsync(o => o.DuplicateNamesUnseen = names);
        var theirs = caller.Org.Records.Create(
            caller.Org.As(RestCaller.Jonas), "Task", new Dictionary<string, object?>
            {
                ["SalesInsight_Id__c"] = "one",
            }).Id!;

        var reply = await caller.SendAsync("POST", "sobjects/Task", new { SalesInsight_Id__c = "one" });

        reply.Message.Should().Contain(names ? theirs : "<unknown>");
    }

    private static Task<RestCaller> StartAsync(Action<SandboxOptions> assume)
    {
        var options = new SandboxOptions { Seed = "empty" };
        assume(options);
        return RestCaller.StartAsync(options);
    }

    private static object Part(string method, string path, string referenceId, object? body = null) =>
        new { method, url = $"{Path}/{path}", referenceId, body };

    private static SObjectRecord Read(RestCaller caller, string task) =>
        caller.Org.Records.Find(caller.Context, "Task", task)!;
}
