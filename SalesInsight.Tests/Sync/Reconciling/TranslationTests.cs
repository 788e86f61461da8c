using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

public class TranslationTests
{
    private static readonly Translation Exact = Words.Policy().Translation;

    [Fact]
    public void Read_NoSubject_IsAnEmptyOne() => Exact.Read(TaskField.Subject, null).Should().BeEmpty();

    [Fact]
    public void Render_NoSubject_IsNone() => Exact.Render(TaskField.Subject, null, null).Should().BeNull();

    [Fact]
    public void Render_WholeContent_TranslatesEveryField()
    {
        var content = new TaskContent(
            "Call Ann", ReminderStatus.Completed, ReminderPriority.High, new DateOnly(2026, 11, 3), "about the offer ",
            "003000000000001AAA", "006000000000001AAA");

        Exact.Render(content, null).Should().Be(new SalesforceContent(
            "Call Ann", Words.Done, "High", "2026-11-03", "about the offer", "003000000000001AAA",
            "006000000000001AAA"));
    }
}
