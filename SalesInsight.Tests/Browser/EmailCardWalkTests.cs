using System.Net.Http.Json;
using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser;

/// <summary>
/// Both tabs of the email card in a real browser: a rep turns logging on and finds, or is helped to find, their Email
/// to Salesforce address; an admin says what subjects look like.
/// </summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Browser")]
public sealed class EmailCardWalkTests(Chromium chromium)
{
    private const string Rep = "Mara Visser", RepThere = "rep1@sandbox.test", Admin = "Ines Duarte";

    [Fact]
    public async Task EmailCard_BothTabs_TurnLoggingOnAndActivateTheCopy()
    {
        await using var walk = await Walk.StartAsync(chromium, Screen.Desktop, "email-card");
        var (here, page) = (walk.Here, walk.Here.Page);
        await here.SignInAsync(Rep);
        await here.OpenSalesforceSettingsAsync();
        await here.LeaveForSalesforceAsync();
        await There.LogInAsync(page, RepThere);
        await There.AllowAsync(page);
        await here.IsConnectedAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Sync Settings" }).ClickAsync();

        await Button(page, "Log Email Activity to Salesforce").ClickAsync();
        await SeesAsync(page, "May create tasks");
        await page.GetByRole(AriaRole.Switch, new() { Name = "Log my emails to Salesforce" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Contacts" }).CheckAsync();
        await page.GetByLabel("Address or domain that is never logged").FillAsync("recruiting.example");
        await Button(page, "Add").ClickAsync();
        await SeesAsync(page, "Changed, not saved");
        await walk.LookAsync("api-changed");
        await page.Locator("#email-log").GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await SeesAsync(page, "By API, on contacts with the related opportunity.");
        await walk.LookAsync("api-saved");

        await AnswerAsync(walk, isReadable: false);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Email to Salesforce (BCC)" }).ClickAsync();
        await Button(page, "Activate").ClickAsync();
        await SeesAsync(page, "My Acceptable Email Addresses");
        await walk.LookAsync("bcc-guides");
        await AnswerAsync(walk, isReadable: true);
        await Button(page, "Check again").ClickAsync();
        await SeesAsync(page, "Salesforce sent this address.");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Turn Salesforce API logging off" }).CheckAsync();
        await Button(page, "Activate").ClickAsync();
        await SeesAsync(page, "Not logged by API. Email to Salesforce (BCC) is active.");
        await walk.LookAsync("bcc-active");
        await page.ReloadAsync();
        await SeesAsync(page, "Not logged by API. Email to Salesforce (BCC) is active.");
        walk.NobodyComplained();
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task ActivityDetail_FieldFromTheMenu_LandsAtTheCaretAndIsSaved()
    {
        await using var walk = await Walk.StartAsync(chromium, Screen.PhoneDark, "activity-detail");
        var page = walk.Here.Page;
        await walk.Here.SignInAsync(Admin);
        await page.GotoAsync(new Uri(walk.Url, "settings/admin/activity-detail").ToString());
        await Here.IsAliveAsync(page);

        await page.GetByLabel("Subject in Salesforce").PressAsync("Home");
        await page.Keyboard.TypeAsync("[] ");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Button(page, "Add Dynamic Field").ClickAsync();
        await walk.LookAsync("menu");
        await page.GetByText("{{activity_type}}", new() { Exact = true }).ClickAsync();
        await SeesAsync(page, "[Email] Offer for the pilot extension");
        await walk.LookAsync("preview");
        await Button(page, "Save").ClickAsync();
        await SeesAsync(page, $"Set by {Admin}");

        (await page.GetByLabel("Subject in Salesforce").InputValueAsync()).Should()
            .Be("[{{activity_type}}] {{activity_subject}}");
        walk.NobodyComplained();
    }

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task SeesAsync(IPage page, string text) => Assertions.Expect(page.GetByText(text).First)
        .ToBeVisibleAsync(new() { Timeout = Patiently.BoundMilliseconds });

    /// <summary>Whether the org shows reps the list of addresses: one of the open questions about Salesforce.</summary>
    private static async Task AnswerAsync(Walk walk, bool isReadable)
    {
        using var client = new HttpClient { BaseAddress = walk.SandboxUrl };
        var answer = await client.PostAsJsonAsync(
            "_sandbox/assumptions", new { name = "EmailAddressReadable", answer = $"{isReadable}" },
            TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
