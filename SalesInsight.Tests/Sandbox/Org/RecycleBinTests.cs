using FluentAssertions;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>Bin, delete log and what time does to them (facts 2.4, 2.6).</summary>
public sealed class RecycleBinTests
{
    [Theory] // facts 11.2: whether a soft delete moves the stamps is an assumption, so both answers can be had
    [Source("11.2 delete")]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void Delete_Task_StampsAsAssumed(bool bumpsModstamp, bool bumpsModified)
    {
        var stage = new OrgStage(options =>
        {
            options.DeleteBumpsSystemModstamp = bumpsModstamp;
            options.DeleteBumpsLastModifiedDate = bumpsModified;
        });
        var id = stage.Task();
        stage.Pass(TimeSpan.FromHours(1));

        stage.Org.Records.Delete(stage.Mara, "Task", id);

        var later = OrgStage.Start.AddHours(1);
        stage.Read(id).IsDeleted.Should().BeTrue();
        stage.Read(id).Moment("SystemModstamp").Should().Be(bumpsModstamp || bumpsModified ? later : OrgStage.Start);
        stage.Read(id).Moment("LastModifiedDate").Should().Be(bumpsModified ? later : OrgStage.Start);
    }

    [Theory] // from memory: a restore moves both stamps, or nothing tells of it
    [InlineData(true)]
    [InlineData(false)]
    public void Undelete_Task_StampsAsAssumed(bool bumps)
    {
        var stage = new OrgStage(options => options.UndeleteBumpsStamps = bumps);
        var id = stage.Task();
        stage.Org.Records.Delete(stage.Mara, "Task", id);
        stage.Pass(TimeSpan.FromHours(1));

        stage.Org.Records.Undelete(stage.Mara, "Task", id).Success.Should().BeTrue();

        var expected = OrgStage.Start.AddHours(bumps ? 1 : 0);
        stage.Read(id).IsDeleted.Should().BeFalse();
        stage.Read(id).Moment("SystemModstamp").Should().Be(expected);
        stage.Read(id).Moment("LastModifiedDate").Should().Be(expected);
    }

    [Fact]
    public void Undelete_Task_ComesBackWithItsContentAndANewStamp()
    {
        var stage = new OrgStage();
        var id = stage.Task(("Subject", "Call"));
        stage.Org.Records.Delete(stage.Mara, "Task", id);
        stage.Pass(TimeSpan.FromHours(1));

        stage.Org.Records.Undelete(stage.Mara, "Task", id).Success.Should().BeTrue();

        stage.Read(id).IsDeleted.Should().BeFalse();
        stage.Read(id).Text("Subject").Should().Be("Call");
        stage.Read(id).Moment("SystemModstamp").Should().Be(OrgStage.Start.AddHours(1));
    }

    [Fact] // RFDB: ENTITY_IS_DELETED for a row in the bin; NOT_FOUND once it was purged
    public void Update_DeletedTask_SaysSoUntilItIsPurged()
    {
        var stage = new OrgStage();
        var id = stage.Task();
        stage.Org.Records.Delete(stage.Mara, "Task", id);

        stage.Change(id, ("Subject", "x")).Errors[0].Code.Should().Be("ENTITY_IS_DELETED");
        stage.Org.Maintenance.EmptyBin().Should().Be(1);
        stage.Change(id, ("Subject", "x")).Errors[0].Code.Should().Be("NOT_FOUND");
    }

    [Fact] // the bin forgets after 15 days, not before
    public void Bin_AfterFifteenDays_Forgets()
    {
        var stage = new OrgStage();
        var id = stage.Task();
        stage.Org.Records.Delete(stage.Mara, "Task", id);

        stage.Pass(TimeSpan.FromDays(15));
        stage.Org.Records.Find(stage.Mara, "Task", id, includeDeleted: true).Should().NotBeNull();
        stage.Pass(TimeSpan.FromMinutes(1));
        stage.Org.Records.Find(stage.Mara, "Task", id, includeDeleted: true).Should().BeNull();
    }

    [Fact] // deleted, restored, deleted again: the second deletion counts the days
    public void Bin_DeletedTwice_CountsFromTheSecondTime()
    {
        var stage = new OrgStage();
        var id = stage.Task();
        stage.Org.Records.Delete(stage.Mara, "Task", id);
        stage.Pass(TimeSpan.FromDays(10));
        stage.Org.Records.Undelete(stage.Mara, "Task", id);
        stage.Org.Records.Delete(stage.Mara, "Task", id);

        stage.Pass(TimeSpan.FromDays(10));

        stage.Org.Records.Find(stage.Mara, "Task", id, includeDeleted: true).Should().NotBeNull();
    }

    [Fact] // COLL: a rolled-back deletion never happened, for the delete log neither
    public void Delete_InARolledBackTransaction_LeavesNoTrace()
    {
        var stage = new OrgStage();
        var id = stage.Task(("Subject", "Call"));

        stage.Org.Records.InTransaction(() => !stage.Org.Records.Delete(stage.Mara, "Task", id).Success);
        stage.Org.Maintenance.HardDelete(id);
        stage.Pass(TimeSpan.FromMinutes(5));

        var listed = stage.Org.Replication.Deleted(
            stage.Mara, "Task", OrgStage.Start.AddMinutes(-5), OrgStage.Start.AddMinutes(5));
        listed.Deleted.Should().ContainSingle("only the hard delete happened");
        stage.Org.Store.DeleteLog.Should().ContainSingle();
    }
}
