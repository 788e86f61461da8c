using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

public class FieldMergeTests
{
    [Fact]
    public void Merge_TheyRenamedItToWhatWeWouldSend_ListsNoLoser()
    {
        var decision = Merge(there: "Call: a", template: Words.Prefixed);

        decision.Conflicts.Should().BeEmpty();
    }

    [Fact]
    public void Merge_TheyRenamedItUnderATemplate_ListsTheirName()
    {
        var decision = Merge(there: "b", template: Words.Prefixed);

        decision.Conflicts.Should().Equal(new Conflict(TaskField.Subject, Side.Salesforce, "b", "a"));
    }

    [Fact]
    public void Merge_AParkedEdit_IsLeftAndNotSent()
    {
        var keep = (Verdict.Keep)Merge(here: "b", parked: FieldSet.Of(TaskField.Subject)).Verdict;

        keep.Sent.Should().Be(FieldSet.None);
        keep.Left.Should().Be(FieldSet.Of(TaskField.Subject));
    }

    /// <summary>A task both sides knew as 'a'.</summary>
    private static Decision Merge(
        string here = "a", string there = "a", ActivityDetail? template = null, FieldSet parked = default)
    {
        var raw = new SalesforceContent("a", Words.New, "Normal");
        var local = new LocalView.Present(new TaskContent(here));
        var salesforce = new SalesforceView.Present(raw with { Subject = there });
        var pair = new TaskPair.Linked(
            new TaskBase(new TaskContent("a"), raw, Words.New), local, salesforce, Parked: parked);
        return FieldMerge.Merge(pair, local, salesforce, Words.Policy(template: template));
    }
}
