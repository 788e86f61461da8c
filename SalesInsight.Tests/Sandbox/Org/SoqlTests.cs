using FluentAssertions;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>SOQL answers as a table: a WHERE clause and the tasks it finds (SOQLPDF in salesforce-facts.md).</summary>
public sealed class SoqlTests
{
    private readonly OrgStage stage = new();

    public SoqlTests()
    {
        var account = stage.Create("Account", ("Name", "Fenwick Foods"));
        var contact = stage.Create("Contact", ("FirstName", "Yuki"), ("LastName", "Tanaka"), ("AccountId", account));
        var lead = stage.Create("Lead", ("LastName", "Feld"), ("Company", "Feld"));
        stage.Task(
            ("Subject", "A"), ("WhoId", contact), ("ActivityDate", "2026-11-24"), ("Priority", "High"),
            ("CallDurationInSeconds", 60), ("SalesInsight_Id__c", "id-a"));
        stage.Pass(TimeSpan.FromSeconds(10));
        stage.Task(("Subject", "b"), ("WhoId", lead), ("ActivityDate", "2026-11-25"), ("Status", "Completed"));
        stage.Pass(TimeSpan.FromSeconds(10));
        stage.Task(("Subject", "O'Neil 100% \\ under_score"), ("WhatId", account), ("CallDurationInSeconds", 90));
        stage.Task(("ActivityDate", "2026-12-30"));
    }

    public static TheoryData<string, string> Filters => new()
    {
        { "Subject = 'a'", "1" },
        { "Subject != 'a'", "2,3,4" },
        { "Subject = null", "4" },
        { "Subject != NULL", "1,2,3" },
        { "Subject LIKE 'A%'", "1" },
        { "Subject LIKE '_'", "1,2" },
        { "Subject LIKE '%100\\%%'", "3" },
        { "Subject LIKE '%under\\_score'", "3" },
        { "Subject LIKE '%underXscore'", "" },
        { "Subject LIKE '%o\\'neil%'", "3" },
        { "Subject = 'O\\'Neil 100% \\\\ under_score'", "3" },
        { "Subject IN ('A', 'B')", "1,2" },
        { "Subject NOT IN ('A', 'B')", "3,4" },
        { "Subject IN ('A', null)", "1,4" },
        { "NOT Subject = 'A'", "2,3,4" },
        { "(Subject = 'A' OR Subject = 'b') AND IsClosed = false", "1" },
        { "Subject = 'A' OR (Subject = 'b' AND IsClosed = false)", "1" },
        { "NOT (Subject = 'A' OR Subject = 'b')", "3,4" },
        { "IsClosed = TRUE", "2" },
        { "IsClosed != true", "1,3,4" },
        { "CallDurationInSeconds > 60", "3" },
        { "CallDurationInSeconds <= 60", "1" },
        { "CallDurationInSeconds != 60", "2,3,4" },
        { "ActivityDate = 2026-11-24", "1" },
        { "ActivityDate > 2026-11-24", "2,4" },
        { "ActivityDate <= 9999-12-31", "1,2,4" },
        { "ActivityDate <= 2026-11-25", "1,2" },
        { "ActivityDate = TODAY", "1" },
        { "ActivityDate = TOMORROW", "2" },
        { "ActivityDate = NEXT_N_DAYS:7", "2" },
        { "ActivityDate >= NEXT_MONTH", "4" },
        { "ActivityDate = THIS_WEEK", "1,2" },
        { "ActivityDate IN (2026-11-24, 2026-12-30)", "1,4" },
        { "SystemModstamp >= 2026-11-24T09:42:17Z", "2,3,4" },
        { "SystemModstamp > 2026-11-24T09:42:17.000+0000", "3,4" },
        { "SystemModstamp >= 2026-11-24T10:42:07+01:00 AND SystemModstamp < 2026-11-24T10:42:17+01:00", "1" },
        { "CreatedDate = TODAY", "1,2,3,4" },
        { "CreatedDate < TODAY", "" },
        { "Who.Name = 'Yuki Tanaka'", "1" },
        { "Who.Type = 'Lead'", "2" },
        { "What.Name LIKE 'fenwick%'", "3" },
        { "Account.Name = 'Fenwick Foods'", "1,3" },
        { "Owner.Name = 'Mara Visser'", "1,2,3,4" },
        { "CreatedBy.Username = 'rep1@sandbox.test'", "1,2,3,4" },
        { "SalesInsight_Id__c = 'ID-A'", "1" },
        { "SalesInsight_Id__c IN ('id-a','id-b')", "1" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Rows_WithFilter_FindsTheRightTasks(string where, string expected)
    {
        var order = stage.Org.Records.List(stage.Mara, "Task").Select(task => task.Id).ToList();

        var found = stage.Org.Queries.Rows(stage.Mara, $"SELECT Id FROM Task WHERE {where}");

        string.Join(",", found.Select(task => order.IndexOf(task.Id) + 1)).Should().Be(expected);
    }

    [Theory] // nulls first unless said otherwise; ids byte by byte
    [InlineData("ORDER BY ActivityDate", "3,1,2,4")]
    [InlineData("ORDER BY ActivityDate NULLS LAST", "1,2,4,3")]
    [InlineData("ORDER BY ActivityDate DESC NULLS LAST", "4,2,1,3")]
    [InlineData("ORDER BY SystemModstamp DESC, Id", "3,4,2,1")]
    [InlineData("ORDER BY Who.Name NULLS LAST, Id DESC", "2,1,4,3")]
    [InlineData("ORDER BY Id LIMIT 2", "1,2")]
    [InlineData("ORDER BY Id LIMIT 2 OFFSET 1", "2,3")]
    [InlineData("LIMIT 0", "")]
    public void Rows_WithOrder_ComeInIt(string tail, string expected)
    {
        var order = stage.Org.Records.List(stage.Mara, "Task").Select(task => task.Id).ToList();

        var found = stage.Org.Queries.Rows(stage.Mara, $"SELECT Id, Subject FROM Task {tail}");

        string.Join(",", found.Select(task => order.IndexOf(task.Id) + 1)).Should().Be(expected);
    }

    [Fact] // keyset paging, as a client must do it: (SystemModstamp, Id), rows of one second in id order
    public void Rows_ByKeyset_MissNothingWithinASecond()
    {
        var third = stage.Org.Records.List(stage.Mara, "Task")[2].Id;

        var rest = stage.Org.Queries.Rows(
            stage.Mara,
            $"SELECT Id FROM Task WHERE SystemModstamp >= 2026-11-24T09:42:27Z AND (SystemModstamp > " +
            $"2026-11-24T09:42:27Z OR Id > '{third}') ORDER BY SystemModstamp, Id");

        rest.Should().ContainSingle().Which.Text("Subject").Should().BeNull();
    }

    [Fact] // ARCH: query hides bin and archive, queryAll shows them
    [Source("9.1 query: queryAll")]
    public void Rows_OfBin_AreForQueryAllOnly()
    {
        var id = stage.Org.Records.List(stage.Mara, "Task")[0].Id;
        stage.Org.Records.Delete(stage.Mara, "Task", id);

        stage.Org.Queries.Rows(stage.Mara, "SELECT Id FROM Task").Should().HaveCount(3);
        stage.Org.Queries.Rows(stage.Mara, "SELECT Id FROM Task WHERE IsDeleted = true", all: true)
            .Should().ContainSingle().Which.Id.Should().Be(id);
    }

    [Fact] // date literals count from the reader's midnight: Amsterdam is an hour ahead in November
    public void Rows_DateLiteral_FollowsTheReadersZone()
    {
        stage.Org.Clock.Set(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));

        stage.Org.Queries.Rows(stage.Mara, "SELECT Id FROM Task WHERE ActivityDate = TODAY")
            .Should().ContainSingle().Which.Text("Subject").Should().Be("b");
    }
}
