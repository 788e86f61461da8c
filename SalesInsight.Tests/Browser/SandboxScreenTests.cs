using SalesInsight.Sandbox;

namespace SalesInsight.Tests.Browser;

/// <summary>The Salesforce side, used by a person.</summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Browser")]
public sealed class SandboxScreenTests(Chromium chromium)
{
    private static readonly DateOnly Due = new(2031, 3, 14);

    public static TheoryData<string> Screens => [.. Screen.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Rep_AddsRenamesDeletesAndRestores_EachIsShown(string screen)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        await using var context = await chromium.SitDownAsync(Screen.All.Single(s => s.Name == screen));
        var watch = new ConsoleWatch(context);
        var there = new There(await context.NewPageAsync(), sandbox.Url);
        var album = new Album($"sandbox-{screen}");

        await there.Page.GotoAsync(sandbox.Url.ToString());
        await LookAsync("log-in");
        await there.SignInAsync("rep1@sandbox.test");
        await LookAsync("tasks");
        await there.CreateAsync("Ring the lamp maker", Due);
        await there.SeesAsync("Ring the lamp maker");
        await there.RenameAsync("Ring the lamp maker", "Write to the lamp maker");
        await LookAsync("task");
        await there.DeleteAsync("Write to the lamp maker");
        await there.SeesAsync("Write to the lamp maker", "bin");
        await LookAsync("bin");
        await there.RestoreAsync("Write to the lamp maker");

        watch.Complaints.Should().BeEmpty();

        async Task LookAsync(string step)
        {
            await album.TakeAsync(there.Page, step);
            (await Accessibility.BreachesAsync(there.Page)).Should().BeEmpty(step);
        }
    }
}
