using Microsoft.Playwright;
using SalesInsight.Sandbox;
using SalesInsight.Tests.Browser;
using SalesInsight.Tests.Sandbox.OAuth;
using static Microsoft.Playwright.Assertions;
using BrowserScreen = SalesInsight.Tests.Browser.Screen;

namespace SalesInsight.Tests.Sandbox.Screen;

/// <summary>The Salesforce side in a real browser: what only a browser decides.</summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Browser")]
public sealed class ScreenInBrowserTests(Chromium chromium) : RunningSandbox
{
    /// <summary>Both widths and both colour schemes, in two.</summary>
    public static TheoryData<string> Screens => [BrowserScreen.Desktop.Name, BrowserScreen.PhoneDark.Name];

    [Fact]
    public async Task Consent_Allowed_MayLeaveForTheAppInSpiteOfThePolicy()
    {
        await using var app = await SandboxServer.StartAsync(new SandboxOptions());
        await using var context = await chromium.SitDownAsync(BrowserScreen.Desktop);
        var watch = new ConsoleWatch(context);
        var page = await context.NewPageAsync();
        var callback = $"http://localhost:{app.Url.Port}/";
        var path = OAuthTestApp.AuthorizePath().Replace(
            Uri.EscapeDataString(OAuthTestApp.Callback), Uri.EscapeDataString(callback), StringComparison.Ordinal);

        await page.GotoAsync(new Uri(Server.Url, path).ToString());
        await page.GetByTestId($"login-as-{Rep}").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow", Exact = true }).ClickAsync();

        await page.WaitForURLAsync($"{callback}login*");
        watch.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Tasks_WholeLife_IsDrivenByNamesOnTheScreen()
    {
        const string subject = "<script>alert('x')</script>";
        await using var context = await chromium.SitDownAsync(BrowserScreen.Desktop);
        var watch = new ConsoleWatch(context);
        var page = await SignInAsync(context);
        var dialogs = 0;
        page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };

        await page.GetByText("New Task", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Subject").FillAsync(subject);
        await page.GetByLabel("Due Date").FillAsync("2026-11-24");
        await page.GetByLabel("Name").SelectOptionAsync("Dana Whitfield");
        await PressAsync(page, "Save");
        await Expect(page.GetByTestId("note")).ToHaveTextAsync("The task was created.");
        await PressAsync(page, "Edit");
        await page.GetByLabel("Status").SelectOptionAsync("In Progress");
        await PressAsync(page, "Save");
        await PressAsync(page, "Mark Complete");
        await Expect(page.GetByTestId("note")).ToHaveTextAsync("The task is complete.");
        await PressAsync(page, "Delete");
        await page.GetByText("Recycle Bin", new() { Exact = true }).ClickAsync();
        await PressAsync(page, "Restore");

        await Expect(page.Locator("h1")).ToHaveTextAsync(subject);
        await page.GetByText("Details").ClickAsync();
        await Expect(page.GetByTestId("field-IsClosed")).ToHaveTextAsync("true");
        dialogs.Should().Be(0);
        watch.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Save_PressedTwice_CreatesOneTask()
    {
        await using var context = await chromium.SitDownAsync(BrowserScreen.Desktop);
        var page = await SignInAsync(context, "/tasks/new");
        await page.GetByLabel("Subject").FillAsync("once");

        await page.GetByTestId("save").DblClickAsync();
        await Expect(page.GetByTestId("note")).ToBeVisibleAsync();

        Org.Records.List(Org.As(Rep), "Task").Count(task => task.Text("Subject") == "once").Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Pages_OnEveryScreen_AreAccessibleAndFit(string name)
    {
        var screen = BrowserScreen.All.Single(one => one.Name == name);
        await App().GrantAsync(await BrowseAsync(Rep));
        Org.Records.Create(Org.As(Admin), "Task", new Dictionary<string, object?>
        {
            ["Subject"] = new string('W', 200),
            ["ActivityDate"] = "2026-11-20",
            ["Priority"] = "High",
            ["Description"] = new string('i', 400),
        });
        await using var context = await chromium.SitDownAsync(screen);
        var album = new Album($"sandbox-{name}");
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Server.Url, "/login").ToString());
        await LookAsync(page, album, "login");
        await SignInAsync(context, "/", Admin, page);
        var task = Org.Records.List(Org.As(Admin), "Task")[^1].Id;

        string[] paths =
        [
            "/", "/?view=bin", $"/tasks/{task}", $"/tasks/{task}/edit", "/contacts", "/setup",
            OAuthTestApp.AuthorizePath(),
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(Server.Url, path).ToString());
            if (await page.GetByText("Details", new() { Exact = true }).IsVisibleAsync())
                await page.GetByText("Details", new() { Exact = true }).ClickAsync();
            await LookAsync(page, album, path.Split('?')[0].Trim('/').Replace('/', '-'));
        }
    }

    private static async Task LookAsync(IPage page, Album album, string step)
    {
        await album.TakeAsync(page, step);
        (await Accessibility.BreachesAsync(page)).Should().BeEmpty(step);
        var overflow = await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.Should().Be(0, "{0} must not scroll sideways", step);
    }

    private static Task PressAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    private async Task<IPage> SignInAsync(
        IBrowserContext context, string path = "/", string username = Rep, IPage? page = null)
    {
        page ??= await context.NewPageAsync();
        await page.GotoAsync(new Uri(Server.Url, path).ToString());
        await page.GetByTestId($"login-as-{username}").ClickAsync();
        await Expect(page.GetByTestId("signed-in-user")).ToBeVisibleAsync();
        return page;
    }
}
