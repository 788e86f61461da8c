using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter;
using Xunit;

namespace SalesInsight.Tests.Web.CommandCenter;

public class AllTasksPageTests : TaskPageTest
{
    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Filters_EachWithItsCount_AreLinks()
    {
        Put("Missed", Today.AddDays(-2));
        Put("Now", Today);
        Put("Later", Today.AddDays(5));
        Put("Some day", null);
        Put("Done", Today, t => t with { Content = t.Content with { Status = ReminderStatus.Completed } });

        var page = Render<AllTasksPage>();

        page.FindAll(".filters a").Select(a => a.TextContent.Trim())
            .Should().Equal("Open4", "Overdue1", "Later1", "No date1", "Completed1");
        page.Find(".filters a[aria-current=page]").TextContent.Trim().Should().Be("Open4");
        page.FindAll(".open").Should().HaveCount(4);
    }

    [Theory]
    [InlineData("tasks?filter=overdue", "Missed")]
    [InlineData("tasks?filter=later&q=LATER", "Later")]
    [InlineData("tasks?q=dana", "Now")]
    [InlineData("tasks?filter=nonsense&page=-7", "Missed,Now,Later")]
    public void Page_OpenedByItsAddress_ListsWhatTheAddressSays(string address, string names)
    {
        Put("Missed", Today.AddDays(-2));
        Put("Now", Today, t => t with { PersonName = "Dana Whitfield" });
        Put("Later", Today.AddDays(5));
        Address.NavigateTo(address);

        var page = Render<AllTasksPage>();

        page.FindAll(".open").Select(e => e.TextContent.Trim()).Should().Equal(names.Split(','));
    }

    [Fact]
    public void Search_NothingFound_SaysWhatWasLookedFor()
    {
        Address.NavigateTo("tasks?q=renwal");

        var page = Render<AllTasksPage>();

        page.Find(".empty").TextContent.Should().Contain("No task matches “renwal”");
        page.Find(".empty a").GetAttribute("href").Should().NotContain("renwal");
    }

    [Fact]
    public void Search_Typed_WaitsForAPauseAndGoesIntoTheAddress()
    {
        Put("Renewal", Today);
        var page = Render<AllTasksPage>();

        page.Find("#task-search").Input("rene");
        Address.Uri.Should().NotContain("q=");
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Address.Uri.Should().Contain("q=rene"));
    }

    [Fact]
    public void Pages_MoreThanFifty_AreTurned()
    {
        for (var i = 0; i < 120; i++) Put($"Task {i}", Today);
        Address.NavigateTo("tasks?page=3");

        var page = Render<AllTasksPage>();

        page.FindAll(".open").Should().HaveCount(20);
        Words(page.Find(".pages").TextContent).Should().Be("Back 101 to 120 of 120 Next");
        page.FindAll(".pages a[href]").Should().ContainSingle().Which.GetAttribute("href").Should().Contain("page=2");
    }

    [Theory]
    [InlineData("tasks?page=4")]
    [InlineData("tasks?page=2147483647")]
    public void Pages_BeyondTheLast_ShowsTheLast(string address)
    {
        for (var i = 0; i < 60; i++) Put($"Task {i}", Today);
        Address.NavigateTo(address);

        var page = Render<AllTasksPage>();

        page.FindAll(".open").Should().HaveCount(10);
    }

    [Theory]
    [InlineData(TaskFilter.Open, "No open tasks")]
    [InlineData(TaskFilter.Overdue, "Nothing is overdue")]
    [InlineData(TaskFilter.Later, "Nothing is due later")]
    [InlineData(TaskFilter.NoDate, "Every task has a date")]
    [InlineData(TaskFilter.Completed, "Nothing is completed yet")]
    public void Empty_EachFilter_HasItsOwnWords(TaskFilter filter, string words)
    {
        Address.NavigateTo($"tasks?filter={filter}");

        Render<AllTasksPage>().Find(".empty .title").TextContent.Should().Be(words);
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
