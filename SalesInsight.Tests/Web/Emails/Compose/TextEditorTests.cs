using Bunit;
using SalesInsight.Web.Emails.Compose;

namespace SalesInsight.Tests.Web.Emails.Compose;

public sealed class TextEditorTests : ComponentTest
{
    private readonly FakeEditor _browser;
    private int _changes;

    public TextEditorTests() => _browser = new FakeEditor(JSInterop);

    [Fact]
    public void Start_WithAText_WritesItIntoTheBoxAlone()
    {
        var editor = Open("<p>Hello</p>");

        _browser.Told("write").Should().Equal("<p>Hello</p>");
        editor.Find("[role=textbox]").ChildNodes.Should().BeEmpty("the box is the browser's own");
        editor.Find("[role=textbox]").GetAttribute("aria-label").Should().Be("Text");
    }

    [Fact]
    public void Buttons_OfTheBar_AllHaveNames()
    {
        var names = Open().FindAll("[role=toolbar] button").Select(button => button.GetAttribute("aria-label"));

        names.Should().HaveCount(8).And.NotContainNulls().And.OnlyHaveUniqueItems()
            .And.NotContain(name => name!.StartsWith("Edit.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changed_ByTheBrowser_IsTold()
    {
        var editor = Open();

        await editor.InvokeAsync(editor.Instance.ChangedAsync);

        _changes.Should().Be(1);
    }

    [Fact]
    public async Task Read_WithinTheLength_IsWhatStandsInTheBox()
    {
        _browser.Html = "<p>Grüße</p>";
        var editor = Open();

        (await editor.InvokeAsync(() => editor.Instance.ReadAsync(14))).Should().Be("<p>Grüße</p>");
        (await editor.InvokeAsync(() => editor.Instance.ReadAsync(13))).Should().BeNull("it has 14 bytes");
    }

    [Theory]
    [InlineData("")]
    [InlineData("halden.example")]
    [InlineData("javascript:alert(1)")]
    public void Link_ToWhatIsNoWebAddress_IsRefused(string address)
    {
        var editor = Link(address);

        editor.Find("[role=alert]").TextContent.Should().NotBeEmpty();
        editor.Find(".link input").GetAttribute("aria-invalid").Should().Be("true");
        editor.Find(".link input").GetAttribute("value").Should().Be(address);
        _browser.WasAsked("link").Should().BeFalse();
    }

    [Fact]
    public void Link_ToAWebAddress_IsMadeAndTheFormCloses()
    {
        var editor = Link(" https://halden.example/offer ");

        _browser.Told("link").Should().Equal("https://halden.example/offer");
        editor.FindAll(".link").Should().BeEmpty();
    }

    [Fact]
    public async Task End_OfThePage_EndsTheEditorInTheBrowser()
    {
        Open();

        await DisposeComponentsAsync();

        _browser.WasAsked("end").Should().BeTrue();
    }

    private IRenderedComponent<TextEditor> Open(string html = "") => Render<TextEditor>(editor => editor
        .Add(e => e.Label, "Text").Add(e => e.Initial, html).Add(e => e.Changed, () => _changes++));

    private IRenderedComponent<TextEditor> Link(string address)
    {
        var editor = Open();
        editor.Find("[aria-label=Link]").Click();
        editor.Find(".link input").Change(address);
        editor.Find(".link").Submit();
        return editor;
    }
}
