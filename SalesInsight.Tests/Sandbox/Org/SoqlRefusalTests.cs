using FluentAssertions;
using SalesInsight.Sandbox.Org.Soql;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>Queries that are refused, and how (CODES, SOQLLIM, AIR 68166 in salesforce-facts.md).</summary>
public sealed class SoqlRefusalTests
{
    private readonly OrgStage stage = new();

    public static TheoryData<string, string, string> Refused => new()
    {
        { "", "MALFORMED_QUERY", "unexpected token: <EOF>" },
        { "SELECT FROM Task", "MALFORMED_QUERY", "unexpected token: 'Task'" },
        { "SELECT Id Task", "MALFORMED_QUERY", "unexpected token: 'Task'" },
        { "SELECT Id FROM Task WHERE", "MALFORMED_QUERY", "unexpected token: <EOF>" },
        { "SELECT Id FROM Task WHERE Subject = 'a", "MALFORMED_QUERY", "unterminated" },
        { "SELECT Id FROM Task WHERE Subject = 'a\\q'", "MALFORMED_QUERY", "Illegal escape" },
        { "SELECT Id FROM Task WHERE Subject = \"a\"", "MALFORMED_QUERY", "unexpected char" },
        { "SELECT Id FROM Task WHERE Id != null AND Subject = 'a' OR Subject = 'b'", "MALFORMED_QUERY", "'OR'" },
        { "SELECT Id FROM Task WHERE (Subject = 'a'", "MALFORMED_QUERY", "unexpected token: <EOF>" },
        { "SELECT Id FROM Task LIMIT many", "MALFORMED_QUERY", "'many'" },
        { "SELECT Id FROM Task ALL ROWS", "MALFORMED_QUERY", "'ALL'" },
        { "SELECT FIELDS(ALL) FROM Task", "MALFORMED_QUERY", "LIMIT of at most 200" },
        { "SELECT Id FROM Task WHERE ActivityDate = NEXT_FULL_MOON", "MALFORMED_QUERY", "'NEXT_FULL_MOON'" },
        { "SELECT Id FROM Task WHERE CallDurationInSeconds = \u1c57", "MALFORMED_QUERY", "unexpected char" },
        { "SELECT Id FROM Task WHERE ActivityDate = NEXT_N_DAYS:2147483647", "MALFORMED_QUERY", "'NEXT_N_DAYS'" },
        { "SELECT Id FROM Task OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE", "2000" },
        { "SELECT Id FROM Chore", "INVALID_TYPE", "sObject type 'Chore' is not supported" },
        { "SELECT Id, Colour FROM Task", "INVALID_FIELD", "ERROR at Row:1:Column:12\nNo such column 'Colour'" },
        { "SELECT Id FROM Task WHERE Colour = 'red'", "INVALID_FIELD", "No such column 'Colour' on entity 'Task'" },
        { "SELECT Boss.Name FROM Task", "INVALID_FIELD", "Didn't understand relationship 'Boss'" },
        { "SELECT Who.Colour FROM Task", "INVALID_FIELD", "No such column 'Colour' on entity 'Name'" },
        { "SELECT Id, Id FROM Task", "INVALID_FIELD", "duplicate field selected: Id" },
        { "SELECT Id FROM Task WHERE Description = 'x'", "INVALID_FIELD", "'Description' can not be filtered" },
        { "SELECT Id FROM Task ORDER BY Description", "INVALID_FIELD", "'Description' can not be sorted" },
        { "SELECT Id FROM Task WHERE ActivityDate = '2026-11-24'", "INVALID_FIELD", "must be of type date and" },
        { "SELECT Id FROM Task WHERE SystemModstamp > '2026'", "INVALID_FIELD", "must be of type dateTime" },
        { "SELECT Id FROM Task WHERE IsClosed = 'true'", "INVALID_FIELD", "must be of type boolean" },
        { "SELECT Id FROM Task WHERE Id = 'nonsense'", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: nonsense" },
        { "SELECT Id FROM Task WHERE OwnerId IN ('x')", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: x" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Run_BadQuery_IsRefusedWithItsCode(string soql, string code, string message)
    {
        var error = stage.Org.Queries.Run(stage.Mara, soql, all: false)
            .Should().BeOfType<QueryOutcome.Refused>().Which.Error;

        error.Code.Should().Be(code);
        error.Message.Should().Contain(message);
    }

    [Fact] // SOQLLIM: 100,000 characters
    public void Run_TooLongAQuery_IsMalformed()
    {
        var soql = $"SELECT Id FROM Task WHERE Id != null{new string(' ', 100_000)}";

        stage.Org.Queries.Run(stage.Mara, soql, all: false)
            .Should().BeOfType<QueryOutcome.Refused>().Which.Error.Message.Should().Contain("100000 characters");
    }

    [Fact] // a nest no person writes must not end the process
    public void Run_DeepNest_IsMalformed()
    {
        var soql = $"SELECT Id FROM Task WHERE {new string('(', 10_000)}Id != null{new string(')', 10_000)}";

        stage.Org.Queries.Run(stage.Mara, soql, all: false)
            .Should().BeOfType<QueryOutcome.Refused>().Which.Error.Code.Should().Be("MALFORMED_QUERY");
    }

    [Fact] // 9.2 item 15: a hidden field does not exist
    [Source("9.2.15")]
    public void Run_HiddenField_IsNoColumn()
    {
        stage.Org.Rights.HideField("Task", "Type", stage.Mara.UserId);

        stage.Org.Queries.Run(stage.Mara, "SELECT Type FROM Task", all: false)
            .Should().BeOfType<QueryOutcome.Refused>().Which.Error.Code.Should().Be("INVALID_FIELD");
        stage.Org.Queries.Run(stage.Jonas, "SELECT Type FROM Task", all: false)
            .Should().BeOfType<QueryOutcome.Rows>();
    }
}
