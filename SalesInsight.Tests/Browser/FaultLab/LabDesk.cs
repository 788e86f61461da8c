using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser.FaultLab;

/// <summary>A rep in step with Salesforce, and an admin at the lab beside them; one app for both.</summary>
internal sealed class LabDesk : IAsyncDisposable
{
    private const string Rep = "Mara Visser";
    private const string RepThere = "rep1@sandbox.test";

    private readonly AppUnderTest _app;
    private readonly IBrowserContext _repsBrowser;
    private readonly IBrowserContext _adminsBrowser;
    private readonly Album _album;

    private LabDesk(
        AppUnderTest app, IBrowserContext repsBrowser, IBrowserContext adminsBrowser, Screen screen,
        (IPage Here, IPage There, IPage Bench) pages)
    {
        (_app, _repsBrowser, _adminsBrowser) = (app, repsBrowser, adminsBrowser);
        _album = new Album($"lab-{screen}");
        Here = new Here(pages.Here, app.Url, screen);
        There = new There(pages.There, app.SandboxUrl);
        Bench = new LabBench(pages.Bench, app.Url);
    }

    public Here Here { get; }

    public There There { get; }

    public LabBench Bench { get; }

    public static async Task<LabDesk> SitDownAsync(Chromium chromium, Screen screen)
    {
        var app = await AppUnderTest.StartAsync(TestContext.Current.CancellationToken);
        var (rep, admin) = (await chromium.SitDownAsync(screen), await chromium.SitDownAsync(screen));
        var pages = (await rep.NewPageAsync(), await rep.NewPageAsync(), await admin.NewPageAsync());
        var desk = new LabDesk(app, rep, admin, screen, pages);
        try
        {
            await desk.GetInStepAsync();
            await desk.Bench.SignInAsync();
            await desk.Bench.OpenAsync();
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>A task that is in step before anything goes wrong.</summary>
    public static string Prepared(string task) => $"{task}, before";

    /// <summary>On, met, off, healed.</summary>
    public async Task GoThroughAsync(LabCase one)
    {
        var task = await PrepareAsync(one);
        await Bench.SwitchOnAsync(one.Fault);
        await Here.Page.BringToFrontAsync();
        await one.Meet(this, task);
        await _album.TakeAsync(Here.Page, task);
        await Bench.SwitchAllOffAsync();
        await Here.Page.BringToFrontAsync();
        await one.Heal(this, task);
    }

    /// <summary>Once, met, healed.</summary>
    public async Task GoThroughOnceAsync(LabCase one)
    {
        var task = await PrepareAsync(one);
        await Bench.Page.BringToFrontAsync();
        await Bench.LetHappenAsync(one.Fault);
        await Here.Page.BringToFrontAsync();
        await one.Meet(this, task);
        await _album.TakeAsync(Here.Page, task);
        await one.Heal(this, task);
    }

    /// <summary>The screen says so, sooner or later.</summary>
    public async Task SaysAsync(string sentence)
    {
        await Here.Page.BringToFrontAsync();
        await Assertions.Expect(Here.Page.GetByText(sentence).Locator("visible=true").First)
            .ToBeVisibleAsync(new() { Timeout = 2 * Patiently.BoundMilliseconds });
    }

    public async Task SaysNoMoreAsync(string sentence)
    {
        await Here.Page.BringToFrontAsync();
        await Assertions.Expect(Here.Page.GetByText(sentence).Locator("visible=true"))
            .ToHaveCountAsync(0, new() { Timeout = 3 * Patiently.BoundMilliseconds });
    }

    /// <summary>Salesforce took back its permission: the rep gives it again, beginning at the pill.</summary>
    public async Task ReconnectAsync()
    {
        await Here.Page.GetByRole(AriaRole.Link, new() { Name = "Reconnect Salesforce" }).ClickAsync();
        await Here.Page.GetByRole(AriaRole.Button, new() { Name = "Reconnect" }).ClickAsync();
        await There.AllowAsync(Here.Page);
        await Here.IsConnectedAsync();
        await Here.OpenCommandCenterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _album.TakeAsync(Here.Page, "last-here");
        await _album.TakeAsync(Bench.Page, "last-bench");
        await _repsBrowser.DisposeAsync();
        await _adminsBrowser.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task<string> PrepareAsync(LabCase one)
    {
        var task = $"While: {one.Fault}";
        await Here.Page.BringToFrontAsync();
        await Here.AddForTodayAsync(Prepared(task));
        await Here.IsInStepAsync(Prepared(task));
        return task;
    }

    private async Task GetInStepAsync()
    {
        await Here.SignInAsync(Rep);
        await Here.OpenSalesforceSettingsAsync();
        await Here.LeaveForSalesforceAsync();
        await There.LogInAsync(Here.Page, RepThere);
        await There.AllowAsync(Here.Page);
        await Here.IsConnectedAsync();
        await Here.ChooseToSyncBothWaysAsync();
        await Here.SaveAsync();
        await Here.OpenCommandCenterAsync();
        await There.SignInAsync(RepThere);
        await Here.Page.BringToFrontAsync();
    }
}
