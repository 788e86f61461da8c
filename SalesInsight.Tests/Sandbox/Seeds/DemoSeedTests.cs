using FluentAssertions;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Seeds;

/// <summary>Halden Software, as the walk and the screens need it.</summary>
public sealed class DemoSeedTests
{
    private readonly SandboxOrg org = new(new SandboxOptions
    {
        TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 42, 7, TimeSpan.Zero)),
    });

    [Fact]
    public void Fill_OfMara_HasTodayTomorrowOverdueAndLater()
    {
        var open = Tasks().Where(task => !task.Flag("IsClosed") && !task.Flag("IsRecurrence")).ToList();
        var today = new DateOnly(2026, 11, 24);

        open.Count(task => task.Date("ActivityDate") == today).Should().BeGreaterThanOrEqualTo(7);
        open.Count(task => task.Date("ActivityDate") == today.AddDays(1)).Should().Be(3);
        open.Count(task => task.Date("ActivityDate") < today).Should().BeGreaterThanOrEqualTo(4);
        open.Count(task => task.Date("ActivityDate") is null).Should().BeGreaterThanOrEqualTo(2);
        open.Should().Contain(task => task.Text("Subject") == "Call Dana about the pilot extension");
    }

    [Fact]
    public void Fill_OfMara_HasWhatAFirstSyncLeavesAlone()
    {
        var tasks = Tasks();

        tasks.Count(task => task.Text("TaskSubtype") == "Email" && task.Flag("IsClosed")).Should().Be(2);
        tasks.Should().ContainSingle(task => task.Flag("IsRecurrence"));
        tasks.Count(task => task.Text("RecurrenceActivityId") is not null).Should().BeGreaterThan(3);
        tasks.Should().ContainSingle(task => task.Flag("IsArchived"));
        tasks.Should().ContainSingle(task => task.Text("OwnerId")!.StartsWith("00G", StringComparison.Ordinal));
    }

    [Fact]
    public void Fill_Stamps_LieOnBothSidesOfTheWindowAndNeverAhead()
    {
        var dayAgo = org.Clock.UtcNow.AddHours(-24);
        var stamps = Tasks().Select(task => task.Moment("LastModifiedDate")!.Value).ToList();

        stamps.Should().OnlyContain(stamp => stamp <= org.Clock.UtcNow);
        stamps.Should().Contain(stamp => stamp > dayAgo).And.Contain(stamp => stamp < dayAgo);
    }

    [Theory]
    [InlineData("admin@sandbox.test", "Ines Duarte", true)]
    [InlineData("rep1@sandbox.test", "Mara Visser", false)]
    [InlineData("rep2@sandbox.test", "Jonas Lindqvist", false)]
    public void Fill_Users_SignInWithTheSharedPassword(string username, string name, bool seesAll)
    {
        var user = org.Users.SignIn(username, "sandbox1")!;

        (user.Name, user.CanViewAllData).Should().Be((name, seesAll));
        org.Users.SignIn(username, "wrong").Should().BeNull();
    }

    private IReadOnlyList<SObjectRecord> Tasks() => org.Records.List(org.As("rep1@sandbox.test"), "Task");
}
