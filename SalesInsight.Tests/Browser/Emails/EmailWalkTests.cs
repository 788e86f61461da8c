namespace SalesInsight.Tests.Browser.Emails;

/// <summary>A mail that Salesforce refuses and one to somebody excluded: the reason is seen, the button pressed, and
/// both end on their record.</summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Browser")]
public sealed class EmailWalkTests(Chromium chromium)
{
    private const string Salesforce = "rep1@sandbox.test", Excluded = "brightwaterlogistics.example";

    [Fact]
    public Task NotLogged_AtTheDesk_IsHelpedByItsButton() => WalkAsync(Screen.Desktop);

    [Fact]
    [Trait("Category", "Long")]
    public Task NotLogged_OnAPhone_IsHelpedByItsButton() => WalkAsync(Screen.PhoneDark);

    private async Task WalkAsync(Screen screen)
    {
        await using var walk = await Walk.StartAsync(chromium, screen);
        var (here, desk) = (walk.Here, new EmailDesk(walk.Here.Page, walk.App));
        await here.SignInAsync("Mara Visser");
        await here.OpenSalesforceSettingsAsync();
        await here.LeaveForSalesforceAsync();
        await There.LogInAsync(here.Page, Salesforce);
        await There.AllowAsync(here.Page);
        await here.IsConnectedAsync();
        await desk.TurnOnLoggingAsync(Excluded);

        await desk.OpenAsync();
        await desk.ForbidAsync("secret");
        await desk.ReportAsync("An open offer", EmailDesk.Dana);
        await desk.SeesAsync("An open offer", "Not logged");
        await desk.OpenMailAsync("An open offer");
        await desk.SaysAsync(EmailDesk.Dana, "You excluded this address or its domain.");
        await walk.LookAsync("excluded");
        await desk.PressAsync(EmailDesk.Dana, "Stop excluding");
        await desk.SaysAsync(EmailDesk.Dana, "Logged to the one record with this address.");
        await desk.SaysAsync(EmailDesk.Dana, "Dana Whitfield, Brightwater Logistics");
        await desk.CloseMailAsync();

        await desk.ReportAsync("A secret offer", EmailDesk.Dana);
        await desk.SeesAsync("A secret offer", "Not logged");
        await desk.OpenMailAsync("A secret offer");
        await desk.SaysAsync(EmailDesk.Dana, "Ask legal first");
        await walk.LookAsync("refused");
        await desk.ForbidAsync(null);
        await desk.PressAsync(EmailDesk.Dana, "Try again");
        await desk.SaysAsync(EmailDesk.Dana, "Logged to the one record with this address.");
        await desk.CloseMailAsync();
        await desk.SeesAsync("A secret offer", "Logged");

        await walk.There.SignInAsync(Salesforce);
        await walk.There.SeesAsync("A secret offer", "all");
        await walk.There.SeesAsync("An open offer", "all");
        walk.NobodyComplained();
    }
}
