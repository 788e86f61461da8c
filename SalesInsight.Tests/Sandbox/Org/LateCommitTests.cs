namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>Commit-time visibility: pitfall 1 of salesforce-facts.md 8, reproduced.</summary>
public sealed class LateCommitTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(5);
    private readonly OrgStage stage = new();

    [Theory] // AIR 27146: a reader that goes on from the greatest stamp it saw never sees the late row
    [Source("9.2.1 pitfall")]
    [InlineData(0, "early,meanwhile")]
    [InlineData(15, "early,late,meanwhile")]
    public void Reader_ByGreatestStamp_MissesALateRowWithoutAnOverlap(int overlapMinutes, string expected)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        stage.Task(("Subject", "early"));
        var bookmark = Read(DateTimeOffset.UnixEpoch, seen);
        stage.Pass(TimeSpan.FromSeconds(10));
        stage.Org.Maintenance.WriteLate(Delay, records =>
            records.Create(stage.Mara, "Task", OrgStage.Row(("Subject", "late"))));
        stage.Pass(TimeSpan.FromSeconds(10));
        stage.Task(("Subject", "meanwhile"));
        bookmark = Read(bookmark, seen);
        stage.Pass(Delay);

        Read(bookmark.AddMinutes(-overlapMinutes).AddSeconds(1), seen);

        string.Join(",", seen).Should().Be(expected);
    }

    [Fact] // what people write waits; an API caller has its answer only after its own commit
    [Source("9.2.1 knob")]
    public void LateBy_Set_HoldsBackWhatPeopleWriteOnly()
    {
        stage.Org.LateBy = Delay;
        var byHand = stage.Task(("Subject", "by hand"));
        var byApi = stage.Org.Records.Create(
            stage.Mara with { ViaApi = true }, "Task", OrgStage.Row(("Subject", "by API"))).Id!;
        var written = stage.Org.Clock.Stamp;

        stage.Org.Records.List(stage.Mara, "Task").Select(task => task.Id).Should().Equal(byApi);
        stage.Pass(Delay);
        stage.Org.Records.List(stage.Mara, "Task").Select(task => task.Id).Should().Equal(byHand, byApi);
        stage.Read(byHand).Moment("SystemModstamp").Should().Be(written);
    }

    [Fact]
    public void LateBy_WriteIsRefused_LeavesNothing()
    {
        stage.Org.LateBy = Delay;

        stage.TryCreate("Task", ("Subject", new string('x', 256))).Success.Should().BeFalse();

        stage.Org.Store.Late.Should().BeEmpty();
    }

    [Fact]
    public void Reset_WithADelay_CommitsAtOnceAgain()
    {
        stage.Org.LateBy = Delay;

        stage.Org.Reset("empty");

        stage.Org.LateBy.Should().Be(TimeSpan.Zero);
    }

    /// <summary>Reads from a stamp on and answers the greatest stamp met.</summary>
    private DateTimeOffset Read(DateTimeOffset from, SortedSet<string> seen)
    {
        var rows = stage.Org.Queries.Rows(
            stage.Mara, $"SELECT Subject FROM Task WHERE SystemModstamp >= {from:yyyy-MM-ddTHH:mm:ssZ}");
        seen.UnionWith(rows.Select(row => row.Text("Subject")!));
        return rows.Select(row => row.Moment("SystemModstamp")!.Value).DefaultIfEmpty(from).Max();
    }
}
