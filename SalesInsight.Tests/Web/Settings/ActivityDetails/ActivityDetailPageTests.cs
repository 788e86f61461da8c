using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Settings.ActivityDetails;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;
using static SalesInsight.Tests.Web.Settings.SettingsViews;

namespace SalesInsight.Tests.Web.Settings.ActivityDetails;

public sealed class ActivityDetailPageTests : ComponentTest
{
    private readonly FakeSettingsStore _store = new(Of());

    public ActivityDetailPageTests()
    {
        Services.AddSingleton<ISettingsStore>(_store);
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 11, 24, 8, 16, 0, TimeSpan.Zero)));
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(new Guid(1, 0, 0, new byte[8]), isAdmin: true));
        Services.AddScoped<Toasts>().AddScoped<CurrentPerson>().AddScoped<PersonClock>();
    }

    [Fact]
    public void Page_Untouched_ShowsTheDefaultAndItsPreview()
    {
        var page = Render<ActivityDetailPage>();

        page.Find("#template").GetAttribute("value").Should().Be("{{activity_subject}}");
        page.Find("#template-count").TextContent.Trim().Should().Be("20 of 255");
        page.FindAll(".subject").Select(s => s.TextContent).Should().Equal(
            "Ask Dana for the delivery dates", "Offer for the pilot extension", "Reply: Offer for the pilot extension");
        page.Markup.Should().Contain("A task renamed here is renamed in Salesforce, and the other way round.");
        Button(page, "Save").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public void Typing_ATemplate_ShowsWhatSalesforceWillGet()
    {
        var page = Render<ActivityDetailPage>();

        page.Find("#template").Input("[{{activity_type}}]\n{{activity_subject}} {{call_outcome}}");

        page.FindAll(".subject").Select(s => s.TextContent).Should().Equal(
            "[Call] Ask Dana for the delivery dates", "[Email] Offer for the pilot extension",
            "[Reply] Offer for the pilot extension");
        page.Markup.Should().Contain("A rename there is noted").And.Contain("Changed, not saved");
    }

    [Fact]
    public void Save_Changed_SavesForTheTeamOnOneLine()
    {
        var page = Render<ActivityDetailPage>();

        page.Find("#template").Input("SI:\r\n{{activity_subject}}");
        Button(page, "Save").Click();

        _store.Saves.Should().ContainSingle().Which.Entries[SettingKeys.SubjectTemplate].Text.Should()
            .Be("SI: {{activity_subject}}");
    }

    [Theory]
    [InlineData("", "Every subject would be empty.")]
    [InlineData("{{company}}", "{{company}} is not a dynamic field")]
    public void Save_Unusable_IsNotOfferedAndSaysWhy(string typed, string sentence)
    {
        var page = Render<ActivityDetailPage>();

        page.Find("#template").Input(typed);

        page.Find("#template-problem").TextContent.Should().Contain(sentence);
        Button(page, "Save").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public void Save_BackToTheDefault_TakesTheTeamValueBack()
    {
        _store.View = Of(Team(SettingKeys.SubjectTemplate, "SI: {{activity_subject}}"));
        var page = Render<ActivityDetailPage>();
        page.Markup.Should().Contain("Set by Ines Duarte, 3 Nov");

        Button(page, "Use the default").Click();
        Button(page, "Save").Click();

        _store.Saves.Should().ContainSingle().Which.Entries[SettingKeys.SubjectTemplate].Text.Should().BeNull();
    }

    [Fact]
    public void AddDynamicField_EveryField_PutsItsNameAtTheCaret()
    {
        foreach (var field in ActivityDetail.Fields)
        {
            var page = Render<ActivityDetailPage>();
            page.Find("#add-field").Click();

            page.FindAll("#field-menu button").Single(b => b.TextContent.Contains(field)).Click();

            var call = JSInterop.Invocations["salesInsight.insert"][^1];
            call.Arguments.Should().Equal("#template", "{{" + field + "}}");
            page.FindAll("#field-menu").Should().BeEmpty();
        }
    }

    [Fact]
    public void AddDynamicField_Menu_SaysWhatEachHolds()
    {
        var page = Render<ActivityDetailPage>();

        page.Find("#add-field").Click();

        page.FindAll("#field-menu li").Should().HaveCount(7);
        page.Find("#field-menu").TextContent.Should().NotContain("Field.")
            .And.Contain("Empty: there are no sales campaigns here");
    }

    private static IElement Button(IRenderedComponent<ActivityDetailPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
