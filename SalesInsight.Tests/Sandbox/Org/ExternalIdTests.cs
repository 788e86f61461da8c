using FluentAssertions;
using SalesInsight.Sandbox.Org;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>The unique custom field that makes creates idempotent (facts 4.5, way A).</summary>
public sealed class ExternalIdTests
{
    private const string Field = "SalesInsight_Id__c";
    private readonly OrgStage stage = new();

    [Theory] // CODES: DUPLICATE_VALUE names the record; external ids compare without case
    [InlineData("install-1")]
    [InlineData("INSTALL-1")]
    public void Create_SameId_IsRefusedWithTheOtherRecord(string value)
    {
        var first = stage.Task((Field, "install-1"));

        stage.TryCreate("Task", (Field, value)).Errors[0].Should().Be(new SandboxError(
            "DUPLICATE_VALUE", $"duplicate value found: {Field} duplicates value on record with id: {first}"));
    }

    [Fact] // a second connection that cannot see the row learns only that there is one (from memory)
    public void Create_SameIdOutOfSight_DoesNotNameTheRecord()
    {
        stage.Task((Field, "install-1"));

        var result = stage.Org.Records.Create(stage.Jonas, "Task", OrgStage.Row((Field, "install-1")));

        result.Errors[0].Message.Should().Contain("record with id: <unknown>");
    }

    [Fact] // the bin frees the value, so a re-created task may carry its id; restoring the old one is refused then
    public void Create_IdOfADeletedTask_IsFreeAndBlocksItsReturn()
    {
        var old = stage.Task((Field, "install-1"));
        stage.Org.Records.Delete(stage.Mara, "Task", old);

        stage.TryCreate("Task", (Field, "install-1")).Success.Should().BeTrue();
        stage.Org.Records.Undelete(stage.Mara, "Task", old).Errors[0].Code.Should().Be("DUPLICATE_VALUE");
    }

    [Fact]
    public void Update_IdAway_FreesIt()
    {
        var first = stage.Task((Field, "install-1"));
        stage.Change(first, (Field, null)).Success.Should().BeTrue();

        stage.TryCreate("Task", (Field, "install-1")).Success.Should().BeTrue();
        stage.Change(first, (Field, "install-1")).Errors[0].Code.Should().Be("DUPLICATE_VALUE");
    }

    [Fact] // mode B: the org has no such field
    public void Create_FieldAbsent_IsUnknown()
    {
        var bare = new OrgStage(options => options.CustomIdField = CustomIdField.Absent);

        bare.TryCreate("Task", (Field, "install-1")).Errors[0].Code.Should().Be("INVALID_FIELD");
    }

    [Fact] // UPS: updateOnly never inserts
    public void Upsert_UpdateOnly_NeverInserts()
    {
        var row = OrgStage.Row(("Subject", "Call"));

        stage.Org.Records.Upsert(stage.Mara, "Task", Field, "install-1", row, updateOnly: true)
            .Errors[0].Code.Should().Be("NOT_FOUND");
        stage.Org.Records.Upsert(stage.Mara, "Task", Field, "install-1", row).Created.Should().BeTrue();
        stage.Org.Records.Upsert(stage.Mara, "Task", Field, "install-1", row, updateOnly: true)
            .Created.Should().BeFalse();
        stage.Org.Records.List(stage.Mara, "Task").Should().ContainSingle();
    }
}
