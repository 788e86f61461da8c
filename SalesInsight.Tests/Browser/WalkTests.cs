namespace SalesInsight.Tests.Browser;

/// <summary>
/// The whole product in one test: what a newcomer does in the first ten minutes, in a real browser, against the app as
/// it is started by hand.
/// </summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Browser")]
public sealed class WalkTests(Chromium chromium)
{
    private const string Rep = "Mara Visser";
    private const string RepThere = "rep1@sandbox.test";
    private const string Imported = "Call Dana about the pilot extension";
    private const string MadeHere = "Ask Dana for the delivery dates";
    private const string MadeThere = "Book the demo room";
    private const string RenamedThere = "Book the large demo room";

    [Fact]
    public Task Newcomer_AtTheDesk_TasksTravelBothWays() => WalkAsync(Screen.Desktop);

    /// <summary>Two minutes more than a short run has.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public Task Newcomer_OnAPhone_TasksTravelBothWays() => WalkAsync(Screen.PhoneDark);

    private async Task WalkAsync(Screen screen)
    {
        await using var walk = await Walk.StartAsync(chromium, screen);
        var (here, there) = (walk.Here, walk.There);

        await here.SignInAsync(Rep);
        await walk.LookAsync("signed-in");
        await here.OpenSalesforceSettingsAsync();
        await walk.LookAsync("not-connected");
        await here.LeaveForSalesforceAsync();
        await walk.LookAsync("salesforce-log-in");
        await There.LogInAsync(here.Page, RepThere);
        await walk.LookAsync("consent");
        await There.AllowAsync(here.Page);
        await here.IsConnectedAsync();
        await walk.LookAsync("connected");

        await here.ChooseToSyncBothWaysAsync();
        await walk.LookAsync("chosen");
        await here.PreviewAsync(() => walk.LookAsync("plan"));
        await here.SaveAsync();
        await walk.LookAsync("turned-on");
        await here.OpenCommandCenterAsync();
        await here.SeesAsync(Imported);
        await walk.LookAsync("imported");

        await here.AddForTodayAsync(MadeHere);
        await there.SignInAsync(RepThere);
        await there.SeesAsync(MadeHere);
        await walk.LookAsync("made-here-seen-there", there.Page);
        await here.IsInStepAsync(MadeHere);
        await there.CreateAsync(MadeThere, Here.Today);
        await here.SyncNowAsync();
        await here.SeesAsync(MadeThere);
        await there.RenameAsync(MadeThere, RenamedThere);
        await here.SyncNowAsync();
        await here.SeesAsync(RenamedThere);
        await walk.LookAsync("changed-there-seen-here");

        await here.CompleteAsync(MadeHere);
        await there.SeesCompletedAsync(MadeHere);
        await there.CompleteAsync(RenamedThere);
        await here.SyncNowAsync();
        await here.IsCompletedAsync(RenamedThere);
        await walk.LookAsync("completed-both-ways");

        await here.DeleteAsync(MadeHere);
        await there.SeesAsync(MadeHere, "bin");
        await there.DeleteAsync(Imported);
        await here.SyncNowAsync();
        await here.SeesNoMoreAsync(Imported);
        await walk.LookAsync("deleted-both-ways");
        await there.RestoreAsync(Imported);
        await here.SyncNowAsync();
        await here.SeesAsync(Imported);
        await walk.LookAsync("restored-there");
        walk.NobodyComplained();
    }
}
