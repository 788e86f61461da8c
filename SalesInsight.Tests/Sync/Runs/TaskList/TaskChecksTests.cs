using FluentAssertions;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using Xunit;

namespace SalesInsight.Tests.Sync.Runs.TaskList;

public class TaskChecksTests
{
    // as it came from Salesforce: blanks that a person here would not type
    private static readonly TaskContent Seen = new(" Call Dana ", Details: "  ");

    [Fact]
    public void Tidy_OfWhatNobodyTouched_LeavesItAsItCame() =>
        TaskChecks.Tidy(new TaskContent("Call Dana", DueDate: new(2026, 11, 24)), Seen)
            .Should().Be(Seen with { DueDate = new DateOnly(2026, 11, 24) });

    [Fact]
    public void Tidy_OfWhatWasTyped_TakesTheBlanksAway() =>
        TaskChecks.Tidy(new TaskContent(" Call Dana W ", Details: "notes"), Seen)
            .Should().Be(new TaskContent("Call Dana W", Details: "notes"));
}
