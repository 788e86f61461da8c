using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SalesInsight.Tests.Sandbox.Screen;

public sealed class SetupScreenTests : RunningSandbox
{
    [Fact]
    public async Task Setup_NotAnAdmin_IsRefusedAndNotOffered()
    {
        var browser = await BrowseAsync(Rep);

        (await browser.GetAsync("/")).QuerySelector("a[href='/setup']").Should().BeNull();
        await browser.GetAsync("/setup");

        browser.Last.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Setup_PostedByARepWithAValidToken_ChangesNothing()
    {
        var browser = await BrowseAsync(Rep);
        var token = (await browser.GetAsync("/")).QuerySelector<IHtmlInputElement>("[name='form_token']")!.Value;
        var other = Org.Users.FindByUsername(OtherRep)!.Id;

        await browser.PostAsync($"/setup/users/{other}/active", ("on", "false"), ("form_token", token));

        browser.Last.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        Org.Users.Find(other)!.IsActive.Should().BeTrue();
    }

    [Fact]
    public async Task Deactivate_User_EndsTheirBrowsersAndSessions()
    {
        var rep = await BrowseAsync(Rep);
        var app = App();
        var granted = await app.GrantAsync(rep);
        var admin = await BrowseAsync(Admin);

        await PressAsync(admin, $"[data-testid='user-{Rep}'] [data-testid='active']", "false");

        Org.Users.FindByUsername(Rep)!.IsActive.Should().BeFalse();
        (await app.LivesAsync(granted["access_token"])).Should().BeFalse();
        await rep.GetAsync("/");
        rep.Location.Should().StartWith("/login");
    }

    [Fact]
    public async Task Deactivate_Oneself_IsNotOffered()
    {
        var admin = await BrowseAsync(Admin);

        var page = await admin.GetAsync("/setup");

        page.QuerySelector($"[data-testid='user-{Admin}'] [data-testid='active']").Should().BeNull();
    }

    [Fact]
    public async Task ApiEnabled_TurnedOffAndOn_IsInForceAtOnce()
    {
        var admin = await BrowseAsync(Admin);

        await PressAsync(admin, $"[data-testid='user-{Rep}'] [data-testid='api']", "false");
        Org.Users.FindByUsername(Rep)!.ApiEnabled.Should().BeFalse();

        await PressAsync(admin, $"[data-testid='user-{Rep}'] [data-testid='api']", "true");
        Org.Users.FindByUsername(Rep)!.ApiEnabled.Should().BeTrue();
    }

    [Fact]
    public async Task Grants_Revoked_AreDeadAndGone()
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep));
        var admin = await BrowseAsync(Admin);
        var page = await admin.GetAsync("/setup");
        page.QuerySelectorAll("[data-testid='grant']").Should().ContainSingle()
            .Which.TextContent.Should().Contain("SalesInsight").And.Contain("Mara Visser");
        page.Body!.InnerHtml.Should().NotContain((string)granted["refresh_token"]!);

        await PressAsync(admin, "[data-testid='revoke']");

        (await admin.GetAsync("/setup")).QuerySelector("[data-testid='grant']").Should().BeNull();
        ((string)(await app.RefreshAsync((string)granted["refresh_token"]!))["error"]!).Should().Be("invalid_grant");
    }

    [Fact]
    public async Task CustomField_RemovedAndAdded_IsHiddenFromEverybodyMeanwhile()
    {
        var admin = await BrowseAsync(Admin);
        Told(await admin.GetAsync("/setup")).Should().Be("Present");

        await PressAsync(admin, "[data-testid='custom-field-switch']", "false");
        Told(await admin.GetAsync("/setup")).Should().Be("Not present");
        var id = Org.Records.List(Org.As(Rep), "Task")[0].Id;
        var rep = await BrowseAsync(Rep);
        (await rep.GetAsync($"/tasks/{id}")).QuerySelector("[data-testid='field-SalesInsight_Id__c']")
            .Should().BeNull();

        await PressAsync(admin, "[data-testid='custom-field-switch']", "true");
        Told(await admin.GetAsync("/setup")).Should().Be("Present");
    }

    [Theory]
    [InlineData("/leads", "Leads", null)]
    [InlineData("/contacts", "Contacts", "Dana Whitfield")]
    [InlineData("/accounts", "Accounts", "Brightwater Logistics")]
    [InlineData("/opportunities", "Opportunities", null)]
    public async Task Records_EachObject_HasItsList(string path, string title, string? name)
    {
        var browser = await BrowseAsync(Rep);

        var page = await browser.GetAsync(path);

        page.QuerySelector("h1")!.TextContent.Should().Be(title);
        if (name is not null) page.QuerySelector("[data-testid='record-list']")!.TextContent.Should().Contain(name);
    }

    [Theory]
    [InlineData("/{0}")]
    [InlineData("/lightning/r/Task/{0}/view")]
    public async Task Links_ThatAppsShow_OpenTheRecord(string link)
    {
        var browser = await BrowseAsync(Rep);
        var task = Org.Records.List(Org.As(Rep), "Task")[0].Id;
        var contact = Org.Records.List(Org.As(Rep), "Contact")[0].Id;

        await browser.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, link, task[..15]));
        browser.Location.Should().Be($"/tasks/{task}");
        await browser.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, link, contact));
        browser.Location.Should().Be($"/contacts#{contact}");
    }

    [Fact]
    public async Task Assets_Anybody_AreServedWithTheirTypes()
    {
        var browser = await BrowseAsync();
        foreach (var (name, type) in new[] { ("screen.css", "text/css"), ("screen.js", "text/javascript") })
        {
            await browser.GetAsync($"/screen/{name}");
            browser.Last.StatusCode.Should().Be(HttpStatusCode.OK);
            browser.Last.Content.Headers.ContentType!.MediaType.Should().Be(type);
        }
    }

    private static string Told(IHtmlDocument page) =>
        page.QuerySelector("[data-testid='custom-field']")!.TextContent.Trim();

    private static async Task PressAsync(SandboxBrowser browser, string selector, string? on = null)
    {
        var page = await browser.GetAsync("/setup");
        var button = page.QuerySelector<IHtmlButtonElement>(selector)!;
        if (on is not null) button.Value.Should().Be(on);
        await browser.SubmitAsync(button.Form!, on is null ? [] : [("on", on)]);
        browser.Location.Should().Be("/setup?done=setup");
    }
}
