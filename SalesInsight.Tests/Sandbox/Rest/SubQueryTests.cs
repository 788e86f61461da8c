using System.Text.Json;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>Rows of a child relationship inside their parents.</summary>
public sealed class SubQueryTests
{
    [Fact] // JSF: an object like a query's answer; null where there is nothing
    [Source("9.1 query: sub-queries")]
    public async Task First_WithASubQuery_NestsTheChildrenUnderEachParent()
    {
        await using var caller = await RestCaller.StartAsync();
        var dana = Contact(caller, "Whitfield");
        Contact(caller, "Tanaka");
        caller.CreateTask(("Subject", "b"), ("WhoId", dana));
        caller.CreateTask(("Subject", "a"), ("WhoId", dana));
        caller.CreateTask(("Subject", "c"), ("WhoId", dana), ("Status", "Completed"));

        var reply = await caller.QueryAsync(
            "SELECT LastName, (SELECT Subject FROM Tasks WHERE IsClosed = false ORDER BY Subject) FROM Contact " +
            "ORDER BY LastName DESC");

        var records = reply.Json.GetProperty("records");
        var tasks = records[0].GetProperty("Tasks");
        (tasks.GetProperty("totalSize").GetInt32(), tasks.GetProperty("done").GetBoolean()).Should().Be((2, true));
        Subjects(tasks).Should().Equal("a", "b");
        records[1].GetProperty("Tasks").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact] // SOQLLIM: pages hold parents and children together; the rest of a list has its own address
    [Source("9.1 query: sub-queries")]
    public async Task First_MoreChildrenThanAPage_GivesThemTheirOwnNextRecordsUrl()
    {
        await using var caller = await RestCaller.StartAsync();
        var (dana, yuki) = (Contact(caller, "A"), Contact(caller, "B"));
        for (var at = 0; at < 250; at++) caller.CreateTask(("Subject", $"{at:000}"), ("WhoId", dana));
        caller.CreateTask(("Subject", "of B"), ("WhoId", yuki));

        var first = await caller.SendAsync(
            "GET", "query?q=" + Uri.EscapeDataString(
                "SELECT LastName, (SELECT Subject FROM Tasks ORDER BY Subject) FROM Contact ORDER BY LastName"),
            null, ("Sforce-Query-Options", "batchSize=200"));
        var tasks = first.Json.GetProperty("records")[0].GetProperty("Tasks");
        var moreTasks = await caller.SendAsync("GET", tasks.GetProperty("nextRecordsUrl").GetString()!);
        var moreParents = await caller.SendAsync("GET", first.Json.GetProperty("nextRecordsUrl").GetString()!);

        first.Json.GetProperty("records").GetArrayLength().Should().Be(1);
        Subjects(tasks).Concat(Subjects(moreTasks.Json)).Should().HaveCount(250).And.OnlyHaveUniqueItems();
        (moreTasks.Json.GetProperty("totalSize").GetInt32(), moreTasks.Json.GetProperty("done").GetBoolean())
            .Should().Be((250, true));
        Subjects(moreParents.Json.GetProperty("records")[0].GetProperty("Tasks")).Should().Equal("of B");
    }

    [Theory]
    [InlineData("SELECT Id, (SELECT Id FROM Chores) FROM Contact", "INVALID_TYPE")]
    [InlineData("SELECT Id, (SELECT Id FROM Tasks FROM Contact", "MALFORMED_QUERY")]
    [InlineData("SELECT Id, (SELECT COUNT() FROM Tasks) FROM Contact", "MALFORMED_QUERY")]
    [InlineData("SELECT Id, (SELECT Id, (SELECT Id FROM Tasks) FROM Contacts) FROM Account", "MALFORMED_QUERY")]
    [InlineData("SELECT Id, (SELECT Colour FROM Tasks) FROM Contact", "INVALID_FIELD")]
    public async Task First_BadSubQuery_IsRefused(string soql, string code)
    {
        await using var caller = await RestCaller.StartAsync();

        (await caller.QueryAsync(soql)).ErrorCode.Should().Be(code);
    }

    [Fact]
    public async Task First_TasksOfOthers_AreOutOfSightInsideToo()
    {
        await using var caller = await RestCaller.StartAsync();
        var dana = Contact(caller, "Whitfield");
        var jonas = caller.Org.As(RestCaller.Jonas);
        caller.Org.Records.Create(jonas, "Task", new Dictionary<string, object?> { ["WhoId"] = dana });

        var reply = await caller.QueryAsync("SELECT Id, (SELECT Id FROM Tasks) FROM Contact");

        reply.Json.GetProperty("records")[0].GetProperty("Tasks").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Describe_Contact_NamesItsChildren()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("GET", "sobjects/Contact/describe");

        reply.Json.GetProperty("childRelationships").EnumerateArray()
            .Select(child => $"{child.GetProperty("relationshipName")}: {child.GetProperty("childSObject")}")
            .Should().Contain("Tasks: Task");
    }

    private static string Contact(RestCaller caller, string name) => caller.Org.Records.Create(
        caller.Context, "Contact", new Dictionary<string, object?> { ["LastName"] = name }).Id!;

    private static IEnumerable<string?> Subjects(JsonElement answer) => answer.GetProperty("records").EnumerateArray()
        .Select(record => record.GetProperty("Subject").GetString());
}
