using FluentAssertions;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>What Salesforce derives and checks on a task; tags name the source in salesforce-facts.md.</summary>
public sealed class TaskRulesTests
{
    private readonly OrgStage stage = new();

    [Fact] // TASK: Status and Priority default, owner is the caller, stamps are whole seconds
    public void Create_Bare_TakesDefaults()
    {
        var task = stage.Read(stage.Task(("Subject", "Call")));

        task.Text("Status").Should().Be("Not Started");
        task.Text("Priority").Should().Be("Normal");
        task.Text("TaskSubtype").Should().Be("Task");
        task.Text("OwnerId").Should().Be(stage.Mara.UserId);
        task.Moment("SystemModstamp").Should().Be(OrgStage.Start);
        task.Moment("LastModifiedDate").Should().Be(OrgStage.Start);
        task.Flag("IsClosed").Should().BeFalse();
    }

    [Fact] // RFDB: one-second resolution
    [Source("9.2.2")]
    public void Create_WithinASecond_StampsTheWholeSecond()
    {
        stage.Pass(TimeSpan.FromMilliseconds(900));

        stage.Read(stage.Task()).Moment("SystemModstamp").Should().Be(OrgStage.Start);
    }

    [Theory] // TASK: closed-ness follows the status list, not an English word
    [Source("9.2.7 IsClosed")]
    [InlineData("Completed", true)]
    [InlineData("Deferred", false)]
    [InlineData("Something of their own", false)]
    public void Create_WithStatus_DerivesIsClosed(string status, bool closed) =>
        stage.Read(stage.Task(("Status", status))).Flag("IsClosed").Should().Be(closed);

    [Fact] // TASK: set by a new closed status, unchanged while closed, nulled on reopening
    [Source("9.2.7 CompletedDateTime")]
    public void CompletedDateTime_ThroughALife_FollowsTheStatus()
    {
        var id = stage.Task();
        stage.Pass(TimeSpan.FromMinutes(1));
        stage.Change(id, ("Status", "Completed"));
        var completed = stage.Read(id).Moment("CompletedDateTime");
        stage.Pass(TimeSpan.FromMinutes(1));
        stage.Change(id, ("Status", "Completed"), ("Subject", "Renamed"));
        var renamed = stage.Read(id).Moment("CompletedDateTime");
        stage.Change(id, ("Status", "In Progress"));

        completed.Should().Be(OrgStage.Start.AddMinutes(1));
        renamed.Should().Be(completed);
        stage.Read(id).Moment("CompletedDateTime").Should().BeNull();
    }

    [Fact] // TASK: AccountId from What, else from the contact; IsHighPriority from Priority
    [Source("9.2.7 AccountId")]
    [Source("9.2.7 IsHighPriority")]
    public void Create_WithRelations_DerivesTheAccount()
    {
        var account = stage.Create("Account", ("Name", "Fenwick Foods"));
        var contact = stage.Create("Contact", ("LastName", "Tanaka"), ("AccountId", account));
        var deal = stage.Create(
            "Opportunity", ("Name", "Evaluation"), ("AccountId", account), ("StageName", "Prospecting"),
            ("CloseDate", "2026-12-01"));

        stage.Read(stage.Task(("WhatId", account))).Text("AccountId").Should().Be(account);
        stage.Read(stage.Task(("WhatId", deal))).Text("AccountId").Should().Be(account);
        stage.Read(stage.Task(("WhoId", contact))).Text("AccountId").Should().Be(account);
        stage.Read(stage.Task(("Priority", "High"))).Flag("IsHighPriority").Should().BeTrue();
    }

    public static TheoryData<string, object?, string, string> Refused => new()
    {
        { "Subject", new string('x', 256), "STRING_TOO_LONG", "Subject" },
        { "Description", new string('x', 32_001), "STRING_TOO_LONG", "Description" },
        { "Status", null, "REQUIRED_FIELD_MISSING", "Status" },
        { "Priority", "", "REQUIRED_FIELD_MISSING", "Priority" },
        { "TaskSubtype", "Fax", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "TaskSubtype" },
        { "IsClosed", true, "INVALID_FIELD_FOR_INSERT_UPDATE", "IsClosed" },
        { "SystemModstamp", "2026-01-01T00:00:00Z", "INVALID_FIELD_FOR_INSERT_UPDATE", "SystemModstamp" },
        { "Colour", "red", "INVALID_FIELD", "" },
        { "WhoId", "garbage", "MALFORMED_ID", "WhoId" },
        { "WhoId", "0015i0000000001AAA", "MALFORMED_ID", "WhoId" },
        { "WhoId", "0035i0000000099", "INVALID_CROSS_REFERENCE_KEY", "WhoId" },
        { "WhatId", "0065i0000000099", "INVALID_CROSS_REFERENCE_KEY", "WhatId" },
        { "OwnerId", "0055i0000000099", "INVALID_CROSS_REFERENCE_KEY", "OwnerId" },
        { "ActivityDate", "24.11.2026", "JSON_PARSER_ERROR", "" },
        { "ActivityDate", "0001-01-01", "JSON_PARSER_ERROR", "" },
        { "IsReminderSet", "maybe", "JSON_PARSER_ERROR", "" },
    };

    [Theory] // CODES, TASK, FREF: code and fields of each refusal; nothing is written
    [Source("9.2.8 read-only")]
    [Source("9.2.9 length")]
    [Source("9.2.9 picklist")]
    [MemberData(nameof(Refused))]
    public void Create_BadValue_IsRefusedWithItsCode(string field, object? value, string code, string refusedField)
    {
        var result = stage.TryCreate("Task", (field, value));

        result.Success.Should().BeFalse();
        result.Errors[0].Code.Should().Be(code);
        string.Join(",", result.Errors[0].Fields).Should().Be(refusedField);
        stage.Org.Records.List(stage.Admin, "Task").Should().BeEmpty();
    }

    [Fact] // FREF: the longest values fit
    public void Create_LongestValues_Fit() =>
        stage.TryCreate("Task", ("Subject", new string('x', 255)), ("Description", new string('x', 32_000)))
            .Success.Should().BeTrue();

    [Fact] // TASK: TaskSubtype is create-only
    [Source("9.2.8 create-only")]
    public void Update_CreateOnlyField_IsRefused()
    {
        var id = stage.Task(("TaskSubtype", "Email"));

        stage.Change(id, ("TaskSubtype", "Task")).Errors[0].Code.Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    [Fact] // facts 4.1: a lead cannot be combined with a related record
    public void Create_LeadWithRelatedRecord_IsRefused()
    {
        var lead = stage.Create("Lead", ("LastName", "Feld"), ("Company", "Feld"));
        var account = stage.Create("Account", ("Name", "Feld"));

        stage.TryCreate("Task", ("WhoId", lead), ("WhatId", account)).Errors[0].Code
            .Should().Be("FIELD_INTEGRITY_EXCEPTION");
    }

    [Fact] // CODES: INACTIVE_OWNER_OR_USER
    public void Create_InactiveOwner_IsRefused()
    {
        stage.Org.Users.Change(stage.Jonas.UserId, user => user with { IsActive = false });

        stage.TryCreate("Task", ("OwnerId", stage.Jonas.UserId)).Errors[0].Code.Should().Be("INACTIVE_OWNER_OR_USER");
    }

    [Fact] // from memory: text is trimmed, an empty one is null
    public void Create_TextOfSpaces_IsStoredAsNull()
    {
        stage.Read(stage.Task(("Subject", "  Call  "))).Text("Subject").Should().Be("Call");
        stage.Read(stage.Task(("Subject", "   "))).Text("Subject").Should().BeNull();
    }
}
