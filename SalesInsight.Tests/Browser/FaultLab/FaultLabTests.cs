namespace SalesInsight.Tests.Browser.FaultLab;

/// <summary>
/// Every fault of the lab, switched on from the page in the live demo: the screen explains what is the matter, nothing
/// is lost or doubled, and it heals by itself when the fault is gone, or says that a person must reconnect.
/// </summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Browser")]
public sealed class FaultLabTests(Chromium chromium)
{
    [Fact]
    public async Task Fault_SwitchedOnFromThePage_IsExplainedAndHealsByItself()
    {
        await using var desk = await LabDesk.SitDownAsync(chromium, Screen.Desktop);

        await desk.GoThroughAsync(LabCase.OutOfService);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task EveryFault_SwitchedOnFromThePage_IsExplainedAndHealsOrAsksForAPerson()
    {
        await using var desk = await LabDesk.SitDownAsync(chromium, Screen.Desktop);

        foreach (var one in LabCase.All) await desk.GoThroughAsync(one);
        await desk.GoThroughOnceAsync(LabCase.SessionEnded);
        await desk.GoThroughOnceAsync(LabCase.PermissionRevoked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Category", "Long")]
    public async Task Page_OnAnyScreen_IsAccessibleAndFits(bool isPhone)
    {
        var screen = isPhone ? Screen.PhoneDark : Screen.Desktop;
        await using var app = await AppUnderTest.StartAsync(TestContext.Current.CancellationToken);
        await using var person = await chromium.SitDownAsync(screen);
        var watch = new ConsoleWatch(person);
        var bench = new LabBench(await person.NewPageAsync(), app.Url);
        await bench.SignInAsync();
        await bench.OpenAsync();
        var album = new Album($"lab-page-{screen}");
        await album.TakeAsync(bench.Page, "nothing");

        await bench.TurnAsync("Slow answers", 1_000);
        await bench.SwitchOnAsync("Slow answers");
        await bench.SwitchOnAsync("Wrong clock");
        await bench.LetHappenAsync("A web page in place of data");
        await album.TakeAsync(bench.Page, "three");

        (await bench.SaysAsync()).Should().Contain("3 faults are on")
            .And.Contain("Slow answers (1 s)").And.Contain("A web page in place of data, once");
        (await Accessibility.BreachesAsync(bench.Page)).Should().BeEmpty();
        (await bench.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"))
            .Should().BeTrue("nothing may be wider than the screen");
        await bench.SwitchAllOffAsync();
        watch.Complaints.Should().BeEmpty();
    }
}
