using FluentAssertions;
using SalesInsight.Sandbox.Org;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Org;

/// <summary>Closing a regenerating task creates the next one (TASK in salesforce-facts.md 4.3).</summary>
public sealed class TaskRegenerationTests
{
    private readonly OrgStage stage = new();

    [Theory]
    [InlineData("RecurrenceRegenerateAfterDueDate", "2026-11-27")]
    [InlineData("RecurrenceRegenerateAfterToday", "2026-12-01")]
    public void Update_Closing_CreatesTheNextUnderANewId(string type, string expectedDue)
    {
        var id = Regenerating(type);

        stage.Change(id, ("Status", "Completed")).Success.Should().BeTrue();

        var next = Others(id).Should().ContainSingle().Which;
        next.Date("ActivityDate").Should().Be(DateOnly.Parse(expectedDue, null));
        next.Text("Subject").Should().Be("Water the plants");
        (next.Flag("IsClosed"), next.Text("Status")).Should().Be((false, "Not Started"));
        (next.Moment("CompletedDateTime"), next.Text("SalesInsight_Id__c")).Should().Be((null, null));
    }

    [Fact]
    public void Update_ClosedOrUnrelated_CreatesNothing()
    {
        var id = Regenerating("RecurrenceRegenerateAfterToday");

        stage.Change(id, ("Priority", "High"));
        stage.Change(id, ("Status", "Completed"));
        stage.Change(id, ("Priority", "Low"));

        Others(id).Should().ContainSingle();
    }

    private string Regenerating(string type) => stage.Task(
        ("Subject", "Water the plants"), ("ActivityDate", "2026-11-20"), ("RecurrenceRegeneratedType", type),
        ("RecurrenceInterval", 7), ("SalesInsight_Id__c", "install-1"));

    private IEnumerable<SObjectRecord> Others(string id) =>
        stage.Org.Records.List(stage.Mara, "Task").Where(task => task.Id != id);
}
