namespace SalesInsight.Tests.Web.BadInput;

/// <summary>What the rows of the table do, and what was there before.</summary>
internal static class BadInputActs
{
    /// <summary>The one task that the rows are about.</summary>
    public const string Draft = "Draft";

    private const string Subject = "task-subject";

    public static Task Nothing(BadInputWorld world) => Task.CompletedTask;

    // ---- given

    public static async Task GivenOneSyncedAsync(BadInputWorld world)
    {
        await world.SyncAsync();
        await world.AddHereAsync(Draft);
        await world.RunAsync();
    }

    /// <summary>Synced, and then edited here: the edit waits for the next run.</summary>
    public static async Task GivenOneWaitingAsync(BadInputWorld world)
    {
        await GivenOneSyncedAsync(world);
        Rename(world.OpenTab(), "Edited");
    }

    public static async Task GivenThereAsync(BadInputWorld world, string subject)
    {
        await world.SyncAsync();
        world.AddThere(subject);
        await world.RunAsync();
    }

    public static async Task GivenTwoTabsAndOneSavedAsync(BadInputWorld world)
    {
        await GivenOneSyncedAsync(world);
        world.OpenTab().Open(Draft);
        Rename(world.OpenTab(), "Theirs");
    }

    // ---- act

    public static async Task<string> LoseGrantAsync(BadInputWorld world)
    {
        world.Sandbox.Org.Sessions.RevokeGrants();
        await world.RunAsync();
        return world.OpenTab().Read();
    }

    public static Task<string> QuickAdd(BadInputWorld world, string subject)
    {
        var tab = world.OpenTab();
        tab.QuickAdd(subject);
        return Task.FromResult(tab.Read());
    }

    public static Task<string> EditAsync(BadInputWorld world, string field, string text)
    {
        var tab = world.OpenTab();
        tab.Open(Draft);
        tab.Type(field, text);
        var typed = tab.Read();
        tab.Save();
        return Task.FromResult($"{typed} {tab.Read()}");
    }

    public static async Task<string> EditAndSyncAsync(BadInputWorld world, string field, string text)
    {
        var read = await EditAsync(world, field, text);
        await world.RunAsync();
        return read;
    }

    /// <summary>Its own words, and no element made of them, on the page as sent and on the page alive.</summary>
    public static async Task<string> ReadAsPlainTextAsync(BadInputWorld world)
    {
        var tab = world.OpenTab();
        tab.All("img, .open b, [onerror]").Select(made => made.LocalName).Should().BeEmpty();
        var sent = await (await world.Visitor.GetAsync("/")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken);
        sent.Should().Contain("&lt;img").And.NotContain("<img");
        return tab.Read();
    }

    public static Task<string> SaveTheOtherTabAsync(BadInputWorld world)
    {
        var tab = world.Tabs[0];
        tab.Type(Subject, "Mine");
        tab.Save();
        return Task.FromResult(tab.Read());
    }

    /// <summary>It goes away when a write has come in, and before anything of it is done.</summary>
    public static async Task<string> StopInMidRunAsync(BadInputWorld world)
    {
        var isStopped = false;
        using (world.Sandbox.Faults.BeforeSubrequest(part =>
        {
            if (part.Method != "PATCH") return;
            isStopped = true;
            Task.Run(async () => await world.Sandbox.DisposeAsync()).GetAwaiter().GetResult();
            throw new OperationCanceledException("the sandbox is gone");
        }))
            await world.RunAsync();
        isStopped.Should().BeTrue("else it would not be in mid-run");
        return world.OpenTab().Read();
    }

    private static void Rename(PersonAtTheDesk tab, string subject)
    {
        tab.Open(Draft);
        tab.Type(Subject, subject);
        tab.Save();
    }
}
