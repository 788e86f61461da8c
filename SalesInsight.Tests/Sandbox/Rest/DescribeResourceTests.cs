using System.Net;
using System.Text.Json;
using FluentAssertions;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>What the org says of itself (RFDB and TASK in salesforce-facts.md 2.2, 4.1).</summary>
public sealed class DescribeResourceTests
{
    [Theory] // TASK: flags of the fields a client decides by
    [InlineData("Subject", "createable,filterable,sortable,updateable")]
    [InlineData("Description", "createable,updateable")]
    [InlineData("TaskSubtype", "createable,filterable,restrictedPicklist,sortable")]
    [InlineData("IsClosed", "filterable,sortable")]
    [InlineData("CallObject", "createable,filterable,sortable,updateable")]
    [InlineData("SalesInsight_Id__c", "createable,custom,externalId,filterable,idLookup,sortable,unique,updateable")]
    public async Task Describe_Field_CarriesItsFlags(string name, string expected)
    {
        await using var caller = await RestCaller.StartAsync();

        var field = Field(await caller.SendAsync("GET", "sobjects/Task/describe"), name)!.Value;

        var flags = field.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.True)
            .Select(member => member.Name).Except(["nillable", "defaultedOnCreate", "namePointing"]).Order();
        string.Join(",", flags).Should().Be(expected);
    }

    [Fact]
    [Source("9.1 meta: describe")]
    public async Task Describe_Task_TellsLengthsAndPicklists()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("GET", "sobjects/Task/describe");

        Field(reply, "Subject")!.Value.GetProperty("length").GetInt32().Should().Be(255);
        Field(reply, "Description")!.Value.GetProperty("length").GetInt32().Should().Be(32_000);
        Field(reply, "Status")!.Value.GetProperty("picklistValues").EnumerateArray()
            .Where(value => value.GetProperty("defaultValue").GetBoolean())
            .Select(value => value.GetProperty("value").GetString()).Should().Equal("Not Started");
        reply.Json.GetProperty("replicateable").GetBoolean().Should().BeTrue();
    }

    [Fact] // facts 2.2 and 9.2 item 15: rights show in describe, per user
    public async Task Describe_RightsTakenAway_ShowsIt()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.Org.Rights.HideField("Task", "Type", caller.Context.UserId);
        caller.Org.Rights.MakeFieldReadOnly("Task", "Priority", caller.Context.UserId);

        var reply = await caller.SendAsync("GET", "sobjects/Task/describe");

        Field(reply, "Type").Should().BeNull();
        Field(reply, "Priority")!.Value.GetProperty("updateable").GetBoolean().Should().BeFalse();
    }

    [Theory] // mode B and a field that is not unique
    [InlineData(CustomIdField.Absent, null)]
    [InlineData(CustomIdField.ExternalIdOnly, false)]
    [InlineData(CustomIdField.UniqueExternalId, true)]
    public async Task Describe_CustomId_IsAsTheAdminSetItUp(CustomIdField setup, bool? unique)
    {
        await using var caller = await RestCaller.StartAsync(new() { Seed = "empty", CustomIdField = setup });

        var field = Field(await caller.SendAsync("GET", "sobjects/Task/describe"), "SalesInsight_Id__c");

        (field?.GetProperty("unique").GetBoolean()).Should().Be(unique);
    }

    [Fact] // STAT: 304 with If-Modified-Since, until an admin changes something
    public async Task Describe_NotModified_AnswersThreeHundredFour()
    {
        await using var caller = await RestCaller.StartAsync();
        var first = await caller.SendAsync("GET", "sobjects/Task/describe");
        var stamp = first.Headers["Last-Modified"];

        var second = await caller.SendAsync(
            "GET", "sobjects/Task/describe", null, ("If-Modified-Since", stamp));
        caller.Org.Clock.Advance(TimeSpan.FromMinutes(1));
        caller.Org.Rights.HideField("Task", "Type");
        var third = await caller.SendAsync("GET", "sobjects/Task/describe", null, ("If-Modified-Since", stamp));

        second.Status.Should().Be(HttpStatusCode.NotModified);
        third.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact] // RFDB: the resource directory has the caller's identity URL
    [Source("9.1 meta: version resources")]
    public async Task Resources_OfAVersion_NameTheIdentity()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("GET", "/services/data/v67.0");

        reply.Json.GetProperty("query").GetString().Should().Be("/services/data/v67.0/query");
        reply.Json.GetProperty("identity").GetString().Should().Be(
            $"{caller.Server.Url.GetLeftPart(UriPartial.Authority)}/id/{caller.Org.Id}/{caller.Context.UserId}");
    }

    [Fact]
    [Source("9.1 meta: sobjects")]
    public async Task Global_Objects_AreListed()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("GET", "sobjects");

        reply.Json.GetProperty("sobjects").EnumerateArray().Select(o => o.GetProperty("name").GetString())
            .Should().Contain(["Task", "User", "Lead", "Contact", "Account", "Opportunity", "TaskStatus",
                "TaskPriority", "Organization", "EmailServicesAddress"]);
    }

    [Fact]
    public async Task Query_SetupObjects_DescribeTheOrg()
    {
        await using var caller = await RestCaller.StartAsync();

        var status = await caller.QueryAsync("SELECT ApiName FROM TaskStatus WHERE IsClosed = true ORDER BY SortOrder");
        var org = await caller.QueryAsync("SELECT Id, Name, OrganizationType, IsSandbox FROM Organization");

        status.Column("ApiName").Should().Equal("Completed");
        org.Column("Name").Should().Equal("Halden Software");
        org.Column("Id").Should().Equal(caller.Org.Id);
    }

    private static JsonElement? Field(RestReply reply, string name)
    {
        var found = reply.Json.GetProperty("fields").EnumerateArray()
            .FirstOrDefault(field => field.GetProperty("name").GetString() == name);
        return found.ValueKind == JsonValueKind.Undefined ? null : found;
    }
}
