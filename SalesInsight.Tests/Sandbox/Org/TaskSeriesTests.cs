using FluentAssertions;
using SalesInsight.Sandbox.Org;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>Recurring tasks (TASK in salesforce-facts.md 4.3).</summary>
public sealed class TaskSeriesTests
{
    private readonly OrgStage stage = new();

    [Theory] // mask: Sunday = 1 ... Saturday = 64; 24 November 2026 is a Tuesday
    [Source("9.2.10 occurrences")]
    [InlineData("RecursDaily", 2, 0, null, "24,26,28,30")]
    [InlineData("RecursEveryWeekday", 1, 62, null, "24,25,26,27,30")]
    [InlineData("RecursWeekly", 1, 36, null, "24,27")]
    [InlineData("RecursWeekly", 2, 36, null, "24,27")]
    [InlineData("RecursMonthlyNth", 1, 2, "Last", "30")]
    public void Create_Master_PutsOccurrencesBesideIt(
        string type, int interval, int mask, string? instance, string expectedDays)
    {
        var master = Series(type, interval, mask, instance);

        var occurrences = stage.Org.Records.List(stage.Mara, "Task").Where(task => task.Id != master).ToList();
        string.Join(",", occurrences.Select(task => task.Date("ActivityDate")!.Value.Day)).Should().Be(expectedDays);
        occurrences.Should().OnlyContain(task =>
            task.Text("RecurrenceActivityId") == master && !task.Flag("IsRecurrence"));
    }

    [Fact] // an API delete of the master takes every occurrence, open and closed
    [Source("9.2.10 delete")]
    public void Delete_Master_TakesEveryOccurrence()
    {
        var master = Series("RecursDaily", 1, 0, null);
        stage.Change(stage.Org.Records.List(stage.Mara, "Task")[1].Id, ("Status", "Completed"));

        stage.Org.Records.Delete(stage.Mara with { ViaApi = true }, "Task", master);

        stage.Org.Records.List(stage.Mara, "Task").Should().BeEmpty();
        stage.Org.Records.List(stage.Mara, "Task", includeDeleted: true).Should().HaveCount(8);
    }

    [Fact] // a person's delete leaves what is done
    [Source("9.2.10 delete")]
    public void Delete_MasterByHand_LeavesClosedOccurrences()
    {
        var master = Series("RecursDaily", 1, 0, null);
        var done = Occurrences(master)[1].Id;
        stage.Change(done, ("Status", "Completed"));

        stage.Org.Records.Delete(stage.Mara, "Task", master);

        stage.Org.Records.List(stage.Mara, "Task").Select(task => task.Id).Should().Equal(done);
    }

    [Fact] // another pattern: open occurrences go, new ones come under new ids, done ones stay
    [Source("9.2.10 pattern")]
    public void Update_Pattern_RemakesOpenOccurrences()
    {
        var master = Series("RecursDaily", 1, 0, null);
        var before = Occurrences(master);
        stage.Change(before[0].Id, ("Status", "Completed"));

        stage.Change(master, ("RecurrenceInterval", 3)).Success.Should().BeTrue();

        var after = Occurrences(master);
        Days(after).Should().Be("24,27,30");
        after.Select(task => task.Id).Intersect(before.Select(task => task.Id)).Should().Equal(before[0].Id);
    }

    [Theory] // an earlier end takes open occurrences after it, a later one adds; the others keep their ids
    [Source("9.2.10 pattern")]
    [InlineData("2026-11-26", "24,25,26", 3)]
    [InlineData("2026-12-02", "24,25,26,27,28,29,30,1,2", 7)]
    public void Update_End_CutsOrAddsAtTheEnd(string end, string expectedDays, int kept)
    {
        var master = Series("RecursDaily", 1, 0, null);
        var before = Occurrences(master).Select(task => task.Id).ToList();

        stage.Change(master, ("RecurrenceEndDateOnly", end)).Success.Should().BeTrue();

        var after = Occurrences(master);
        Days(after).Should().Be(expectedDays);
        after.Select(task => task.Id).Intersect(before).Should().HaveCount(kept);
    }

    [Theory] // due date and status of a master cannot be updated
    [InlineData("ActivityDate", "2026-12-01")]
    [InlineData("Status", "Completed")]
    public void Update_Master_RefusesDueDateAndStatus(string field, string value)
    {
        var master = Series("RecursDaily", 1, 0, null);

        stage.Change(master, (field, value)).Errors[0].Code.Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    [Fact]
    public void Create_MasterWithoutPattern_NamesWhatIsMissing()
    {
        var result = stage.TryCreate("Task", ("IsRecurrence", true));

        result.Errors[0].Should().Be(new SandboxError(
            "REQUIRED_FIELD_MISSING",
            "Required fields are missing: [RecurrenceStartDateOnly, RecurrenceEndDateOnly, RecurrenceType]",
            "RecurrenceStartDateOnly", "RecurrenceEndDateOnly", "RecurrenceType"));
    }

    private List<SObjectRecord> Occurrences(string master) =>
    [
        .. stage.Org.Records.List(stage.Mara, "Task").Where(task => task.Text("RecurrenceActivityId") == master)
            .OrderBy(task => task.Date("ActivityDate")),
    ];

    private static string Days(IEnumerable<SObjectRecord> tasks) =>
        string.Join(",", tasks.Select(task => task.Date("ActivityDate")!.Value.Day));

    private string Series(string type, int interval, int mask, string? instance) => stage.Task(
        ("Subject", "Check"), ("IsRecurrence", true), ("RecurrenceStartDateOnly", "2026-11-24"),
        ("RecurrenceEndDateOnly", "2026-11-30"), ("RecurrenceType", type), ("RecurrenceInterval", interval),
        ("RecurrenceDayOfWeekMask", mask), ("RecurrenceInstance", instance));
}
