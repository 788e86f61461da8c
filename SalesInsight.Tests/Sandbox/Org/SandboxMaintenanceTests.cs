using SalesInsight.Sandbox.Org;

namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>What platform and admin do behind every client's back.</summary>
public sealed class SandboxMaintenanceTests
{
    private readonly OrgStage stage = new();

    [Fact] // 9.2 item 1: stamped at write, published at commit; its rows are locked in between
    [Source("9.2.1 stamp")]
    public void WriteLate_Update_AppearsLaterWithItsEarlierStamp()
    {
        var id = stage.Task(("Subject", "Old"));
        stage.Pass(TimeSpan.FromMinutes(1));
        var (result, _) = stage.Org.Maintenance.WriteLate(TimeSpan.FromMinutes(10), records =>
            records.Update(stage.Mara, "Task", id, OrgStage.Row(("Subject", "New"))));
        stage.Pass(TimeSpan.FromMinutes(5));

        result.Success.Should().BeTrue();
        stage.Read(id).Text("Subject").Should().Be("Old");
        stage.Change(id, ("Priority", "High")).Errors[0].Code.Should().Be("UNABLE_TO_LOCK_ROW");
        stage.Pass(TimeSpan.FromMinutes(6));
        stage.Read(id).Text("Subject").Should().Be("New");
        stage.Read(id).Moment("SystemModstamp").Should().Be(OrgStage.Start.AddMinutes(1));
    }

    [Fact] // GUR, GDR: latestDateCovered stays at the start of the running transaction
    [Source("2.4 latestDateCovered")]
    public void WriteLate_WhileOpen_HoldsLatestDateCoveredBack()
    {
        var (_, commit) = stage.Org.Maintenance.WriteLate(TimeSpan.FromHours(1), records =>
            records.Create(stage.Mara, "Task", OrgStage.Row(("Subject", "Late"))));
        stage.Pass(TimeSpan.FromMinutes(30));
        var (start, end) = (OrgStage.Start.AddMinutes(-5), OrgStage.Start.AddMinutes(20));

        stage.Org.Replication.Updated(stage.Mara, "Task", start, end).LatestDateCovered.Should().Be(OrgStage.Start);
        commit.Publish();
        var after = stage.Org.Replication.Updated(stage.Mara, "Task", start, end);
        after.Ids.Should().ContainSingle();
        after.LatestDateCovered.Should().BeAfter(OrgStage.Start);
    }

    [Fact] // ARCH: closed and due (or without a date created) 365 days ago; open and younger ones stay
    [Source("9.2.6")]
    public void Archive_ByAge_TakesClosedAndOldOnly()
    {
        var old = stage.Task(("Status", "Completed"), ("ActivityDate", "2025-11-24"));
        var young = stage.Task(("Status", "Completed"), ("ActivityDate", "2025-11-25"));
        var open = stage.Task(("ActivityDate", "2024-01-01"));

        stage.Org.Maintenance.Archive().Should().Be(1);

        stage.Read(old).Flag("IsArchived").Should().BeTrue();
        stage.Read(young).Flag("IsArchived").Should().BeFalse();
        stage.Read(open).Flag("IsArchived").Should().BeFalse();
        stage.Org.Queries.Rows(stage.Mara, "SELECT Id FROM Task").Should().HaveCount(2);
        stage.Org.Queries.Rows(stage.Mara, "SELECT Id FROM Task", all: true).Should().HaveCount(3);
    }

    [Theory] // facts 4.2, from memory: archiving moves SystemModstamp, or nothing tells of it
    [Source("11.2 archive")]
    [InlineData(true)]
    [InlineData(false)]
    public void Archive_Task_StampsAsAssumed(bool bumps)
    {
        var assumed = new OrgStage(options => options.ArchivingBumpsSystemModstamp = bumps);
        var id = assumed.Task(("Status", "Completed"), ("ActivityDate", "2025-01-01"));
        assumed.Pass(TimeSpan.FromMinutes(1));

        assumed.Org.Maintenance.Archive();

        assumed.Read(id).Moment("SystemModstamp").Should().Be(OrgStage.Start.AddMinutes(bumps ? 1 : 0));
        assumed.Read(id).Moment("LastModifiedDate").Should().Be(OrgStage.Start);
    }

    [Fact] // JPARCH: another related record un-archives, a new subject does not
    [Source("4.2 un-archiving")]
    public void Update_ArchivedTask_UnarchivesByRelationOnly()
    {
        var account = stage.Create("Account", ("Name", "Fenwick"));
        var id = stage.Task(("Status", "Completed"), ("ActivityDate", "2025-01-01"));
        stage.Org.Maintenance.Archive();

        stage.Change(id, ("Subject", "x"));
        stage.Read(id).Flag("IsArchived").Should().BeTrue();
        stage.Change(id, ("WhatId", account));
        stage.Read(id).Flag("IsArchived").Should().BeFalse();
    }

    [Fact] // SUPA list: a converted lead takes no further writes
    [Source("4.4 conversion")]
    public void Update_ConvertedLead_IsRefused()
    {
        var lead = stage.Create("Lead", ("LastName", "Feld"), ("Company", "Feld"));
        stage.Org.Maintenance.ConvertLead(stage.Admin, lead);

        stage.Org.Records.Update(stage.Mara, "Lead", lead, OrgStage.Row(("Title", "x"))).Errors[0].Code
            .Should().Be("CANNOT_UPDATE_CONVERTED_LEAD");
    }

    [Fact] // facts 4.4: tasks move from lead to contact; writing to the converted lead is refused
    [Source("4.4 conversion")]
    public void ConvertLead_WithATask_MovesItToTheContact()
    {
        var lead = stage.Create("Lead", ("FirstName", "Marcus"), ("LastName", "Feld"), ("Company", "Feld"));
        var id = stage.Task(("WhoId", lead));

        var contact = stage.Org.Maintenance.ConvertLead(stage.Mara, lead);

        stage.Read(id).Text("WhoId").Should().Be(contact);
        stage.Org.Records.Find(stage.Mara, "Lead", lead)!.Text("ConvertedContactId").Should().Be(contact);
        stage.TryCreate("Task", ("WhoId", lead)).Errors[0].Code.Should().Be("CANNOT_UPDATE_CONVERTED_LEAD");
    }

    [Fact] // facts 2.6: merge losers are deleted and name their master
    [Source("2.6 merge")]
    public void Merge_TwoContacts_RepointsTasksAndNamesTheMaster()
    {
        var master = stage.Create("Contact", ("LastName", "Whitfield"));
        var loser = stage.Create("Contact", ("LastName", "Whitfeld"));
        var id = stage.Task(("WhoId", loser));

        stage.Org.Maintenance.Merge(stage.Mara, master, loser);

        stage.Read(id).Text("WhoId").Should().Be(master);
        var gone = stage.Org.Records.Find(stage.Mara, "Contact", loser, includeDeleted: true)!;
        (gone.IsDeleted, gone.Text("MasterRecordId")).Should().Be((true, master));
        stage.TryCreate("Task", ("WhoId", loser)).Errors[0].Code.Should().Be("INVALID_CROSS_REFERENCE_KEY");
    }

    [Fact]
    public void Merge_LockedLoser_IsRefusedAndMergesNothing()
    {
        var master = stage.Create("Contact", ("LastName", "Whitfield"));
        var loser = stage.Create("Contact", ("LastName", "Whitfeld"));
        var id = stage.Task(("WhoId", loser));
        stage.Org.Maintenance.LockRow(loser);

        stage.Org.Maintenance.Merge(stage.Mara, master, loser).Errors.Should().ContainSingle()
            .Which.Code.Should().Be("UNABLE_TO_LOCK_ROW");

        stage.Read(id).Text("WhoId").Should().Be(loser);
        stage.Org.Records.Find(stage.Mara, "Contact", loser)!.Text("MasterRecordId").Should().BeNull();
    }

    [Fact] // SMS: platform work moves SystemModstamp only
    public void BumpSystemModstamp_Row_LeavesLastModifiedDate()
    {
        var id = stage.Task();
        stage.Pass(TimeSpan.FromMinutes(1));

        stage.Org.Maintenance.BumpSystemModstamp(id);

        stage.Read(id).Moment("SystemModstamp").Should().Be(OrgStage.Start.AddMinutes(1));
        stage.Read(id).Moment("LastModifiedDate").Should().Be(OrgStage.Start);
    }

    [Fact]
    public void Reset_OptionsChanged_FollowsThem()
    {
        var stage = new OrgStage();
        stage.Org.Options.CustomIdField = CustomIdField.Absent;
        stage.Org.Options.Chance = () => 0.5;

        stage.Org.Reset("empty");

        stage.Org.Schema.Find("Task")!.Find("SalesInsight_Id__c").Should().BeNull();
        stage.Org.Random.Next().Should().Be(0.5);
    }

    [Fact]
    public void Reset_AfterEdits_IsTheSeedAgainWithTheSameIds()
    {
        var before = stage.Task(("Subject", "One"));
        stage.Org.Rights.HideRecord(stage.Mara.UserId, before);
        var token = stage.Org.Sessions.Issue(stage.Mara.UserId, "tests").AccessToken;
        stage.Pass(TimeSpan.FromDays(1));

        stage.Org.Reset();

        stage.Org.Clock.UtcNow.Should().Be(OrgStage.Start);
        stage.Org.Sessions.Find(token).Should().BeNull();
        stage.Org.As(RestCaller.Mara).Should().Be(stage.Mara);
        stage.Task(("Subject", "One")).Should().Be(before);
        stage.Org.Records.List(stage.Mara, "Task").Should().ContainSingle();
    }
}
