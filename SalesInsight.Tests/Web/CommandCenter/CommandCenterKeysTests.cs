using FluentAssertions;
using Microsoft.Playwright;
using SalesInsight.Sync.Reminders;
using SalesInsight.Tests.Browser;
using SalesInsight.Web.CommandCenter;
using Xunit;

namespace SalesInsight.Tests.Web.CommandCenter;

/// <summary>Keys, focus and live updates, as only a browser can tell.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CommandCenterKeysTests(Chromium chromium) : IAsyncLifetime
{
    private DeskHost _desk = null!;
    private IBrowserContext _context = null!;
    private DeskVisit _visit = null!;

    private IPage Page => _visit.Page;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskHost.StartAsync(Xunit.TestContext.Current.CancellationToken);
        foreach (var name in (string[])["One", "Two", "Three"])
            _desk.Tasks.Put(TaskPageTest.Rep, new TaskContent(name, DueDate: TaskPageTest.Today));
        _context = await chromium.SitDownAsync(Screen.Desktop);
        _visit = await DeskVisit.OpenAsync(_context, _desk.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task N_ThenEnter_AddsAndStaysInTheField()
    {
        await Page.Keyboard.PressAsync("n");
        await Page.Keyboard.TypeAsync("Four");
        await Page.Keyboard.PressAsync("Enter");

        await RowsAreAsync("One", "Two", "Three", "Four");
        await Assertions.Expect(Page.Locator("#add-today")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("#add-today")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task JAndK_BetweenRows_MoveTheFocus()
    {
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("j");
        (await _visit.FocusedRowAsync()).Should().Be("Two");

        await Page.Keyboard.PressAsync("k");

        (await _visit.FocusedRowAsync()).Should().Be("One");
    }

    [Fact]
    public async Task Space_OnARow_CompletesItAndCtrlZUndoes()
    {
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("Space");

        await RowsAreAsync("Two", "Three", "One");
        (await _visit.FocusedRowAsync()).Should().Be("One", "a row that moves keeps the focus");
        await Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Page.Locator(".toast")).ToHaveCountAsync(0);
        Tell();
        await RowsAreAsync("One", "Two", "Three");
    }

    [Fact]
    public async Task Delete_OnARow_RemovesItAndItsNeighbourHasTheFocus()
    {
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("Delete");

        await RowsAreAsync("Two", "Three");
        (await _visit.FocusedRowAsync()).Should().Be("Two");
    }

    [Fact]
    public async Task W_ThenEscape_GivesTheFocusBack()
    {
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("w");
        await Assertions.Expect(Page.Locator("dialog[open] .timeline")).ToBeAttachedAsync();

        await Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(Page.Locator("dialog")).ToHaveCountAsync(0);
        (await _visit.FocusedRowAsync()).Should().Be("One");
    }

    [Fact]
    public async Task Letters_InAField_AreTyped()
    {
        await Page.Locator("#add-today").FillAsync("");
        await Page.Locator("#add-today").PressSequentiallyAsync("jet n");

        await Assertions.Expect(Page.Locator("#add-today")).ToHaveValueAsync("jet n");
    }

    [Fact]
    public async Task LiveUpdate_WhileTypingAndFocused_TakesNeitherAway()
    {
        await Page.Locator("#add-today").PressSequentiallyAsync("half a na");
        _desk.Tasks.Put(TaskPageTest.Rep, new TaskContent("Zero", DueDate: TaskPageTest.Today));
        Tell();
        await RowsAreAsync("One", "Two", "Three", "Zero");
        await Assertions.Expect(Page.Locator("#add-today")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("#add-today")).ToHaveValueAsync("half a na");
    }

    [Fact]
    public async Task Menu_OpenedByKeyboard_StandsAtItsButtonAndEscGivesTheFocusBack()
    {
        var more = Page.Locator("[aria-label='More for “Two”']");
        string[] keys = ["j", "j", "Tab", "Tab", "Tab", "Tab", "Enter"];
        foreach (var key in keys) await Page.Keyboard.PressAsync(key);
        var menu = Page.Locator("#task-menu");
        await Assertions.Expect(menu).ToBeVisibleAsync();

        var (at, box) = (await more.BoundingBoxAsync(), await menu.BoundingBoxAsync());
        box!.Y.Should().BeInRange(at!.Y, at.Y + 60);
        await Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(menu).ToBeHiddenAsync();
        await Assertions.Expect(more).ToBeFocusedAsync();
    }

    private void Tell()
    {
        _desk.Tasks.Tell(TaskPageTest.Rep);
        _desk.Clock.Advance(LivePage.Gathering);
    }

    private Task RowsAreAsync(params string[] names) => Assertions
        .Expect(Page.Locator("ul[aria-label=Today] .open"))
        .ToHaveTextAsync(names);
}
