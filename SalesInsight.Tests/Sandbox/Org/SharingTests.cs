using FluentAssertions;
using SalesInsight.Sandbox.Org.Setup;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>Who sees and may change what (facts 3.2, 9.2 items 14 and 15).</summary>
public sealed class SharingTests
{
    private readonly OrgStage stage = new();

    [Fact] // a standard user sees own tasks; View All Data sees every one
    public void Find_TaskOfAnother_IsOutOfSight()
    {
        var id = stage.Task();

        stage.Org.Records.Find(stage.Jonas, "Task", id).Should().BeNull();
        stage.Org.Records.Find(stage.Admin, "Task", id).Should().NotBeNull();
        stage.Org.Records.Update(stage.Jonas, "Task", id, OrgStage.Row(("Subject", "x"))).Errors[0].Code
            .Should().Be("NOT_FOUND");
    }

    [Fact]
    public void Find_TaskOfAnother_IsSeenWhereTasksArePublic()
    {
        var open = new OrgStage(options => options.TasksPublicRead = true);
        var id = open.Task();

        open.Org.Records.Find(open.Jonas, "Task", id).Should().NotBeNull();
        open.Org.Records.Update(open.Jonas, "Task", id, OrgStage.Row(("Subject", "x"))).Errors[0].Code
            .Should().Be("INSUFFICIENT_ACCESS_OR_READONLY");
    }

    [Fact] // reassigned: the old owner loses sight of it at once
    public void Update_Owner_MovesTheTaskOutOfSight()
    {
        var id = stage.Task();
        stage.Change(id, ("OwnerId", stage.Jonas.UserId)).Success.Should().BeTrue();

        stage.Org.Records.Find(stage.Mara, "Task", id).Should().BeNull();
        stage.Org.Records.Find(stage.Jonas, "Task", id).Should().NotBeNull();
    }

    [Fact]
    public void HideRecord_OwnTask_IsGoneFromFindListAndQuery()
    {
        var id = stage.Task();
        stage.Org.Rights.HideRecord(stage.Mara.UserId, id);

        stage.Org.Records.Find(stage.Mara, "Task", id).Should().BeNull();
        stage.Org.Records.List(stage.Mara, "Task").Should().BeEmpty();
        stage.Org.Queries.Rows(stage.Mara, "SELECT Id FROM Task", all: true).Should().BeEmpty();
        stage.Org.Rights.ShowRecord(stage.Mara.UserId, id);
        stage.Org.Records.Find(stage.Mara, "Task", id).Should().NotBeNull();
    }

    [Fact]
    public void MakeRecordReadOnly_OwnTask_RefusesWrites()
    {
        var id = stage.Task();
        stage.Org.Rights.MakeRecordReadOnly(stage.Mara.UserId, id);

        stage.Change(id, ("Subject", "x")).Errors[0].Code.Should().Be("INSUFFICIENT_ACCESS_OR_READONLY");
        stage.Org.Records.Delete(stage.Mara, "Task", id).Errors[0].Code
            .Should().Be("INSUFFICIENT_ACCESS_OR_READONLY");
    }

    [Fact] // 9.2 item 15: FLS-hidden = INVALID_FIELD; FLS-read-only = INVALID_FIELD_FOR_INSERT_UPDATE
    public void FieldRights_TakenAway_RefuseByKind()
    {
        stage.Org.Rights.HideField("Task", "Description", stage.Mara.UserId);
        stage.Org.Rights.MakeFieldReadOnly("Task", "Priority");

        stage.TryCreate("Task", ("Description", "x")).Errors[0].Code.Should().Be("INVALID_FIELD");
        stage.TryCreate("Task", ("Priority", "High")).Errors[0].Code.Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");
        stage.Org.Records.Create(stage.Jonas, "Task", OrgStage.Row(("Description", "x"))).Success.Should().BeTrue();
    }

    [Fact] // CODES: the admin's text comes back, one error per broken rule
    public void AddRule_BrokenByARow_AnswersTheAdminsText()
    {
        stage.Org.AddRule(new ValidationRule("Task", "Subject", "secret", "No secrets in subjects"));
        stage.Org.AddRule(new ValidationRule("Task", "Subject", "very", "Be modest"));

        var result = stage.TryCreate("Task", ("Subject", "A very secret call"));

        result.Errors.Select(error => (error.Code, error.Message)).Should().Equal(
            ("FIELD_CUSTOM_VALIDATION_EXCEPTION", "No secrets in subjects"),
            ("FIELD_CUSTOM_VALIDATION_EXCEPTION", "Be modest"));
    }

    [Fact] // LOCK: UNABLE_TO_LOCK_ROW as often as asked
    public void LockRow_Twice_RefusesTwoWrites()
    {
        var id = stage.Task();
        stage.Org.Maintenance.LockRow(id, 2);

        stage.Change(id, ("Subject", "a")).Errors[0].Code.Should().Be("UNABLE_TO_LOCK_ROW");
        stage.Change(id, ("Subject", "b")).Errors[0].Message.Should().Contain(id);
        stage.Change(id, ("Subject", "c")).Success.Should().BeTrue();
    }
}
