using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Tests.Support;
using SalesInsight.Tests.Web.Emails.Folders;
using SalesInsight.Web.Emails.Compose;

namespace SalesInsight.Tests.Web.Emails.Compose;

public sealed class RecipientFieldTests : ComponentTest
{
    private const string Dana = "\"Dana Whitfield\" <dana@brightwater.example>";
    private const string Dan = "\"Dan Okafor\" <dan@brightwater.example>";

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TypingPause = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _time = new(new(2026, 11, 24, 8, 16, 0, TimeSpan.Zero));
    private readonly FakePeopleSearch _people = new();
    private readonly IRenderedComponent<Desk> _desk;

    public RecipientFieldTests()
    {
        _people.People.Add(new("Dana Whitfield", "dana@brightwater.example", "Brightwater", false, "003A"));
        _people.People.Add(new("Dan Okafor", "dan@brightwater.example", "Brightwater", true, "00QA"));
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton<IPeopleSearch>(_people);
        _desk = Render<Desk>();
    }

    private IReadOnlyList<string> Value => _desk.Instance.Value;

    private string? Typed => _desk.Find("#to").GetAttribute("value");

    [Theory]
    [InlineData("ann@b.example", "ann@b.example")]
    [InlineData("Ann Lee <ann@b.example>; lee@b.example", "Ann Lee <ann@b.example>", "lee@b.example")]
    [InlineData("\"Lee, Ann\" <ann@b.example>", "\"Lee, Ann\" <ann@b.example>")]
    public void Enter_AfterAddresses_TakesEachOnce(string typed, params string[] taken)
    {
        Type(typed);
        if (Value.Count == 0) Press("Enter");

        _desk.WaitForAssertion(() => Value.Should().Equal(taken));
        Typed.Should().BeEmpty();
    }

    [Fact]
    public void Comma_AfterAnAddress_TakesIt()
    {
        Type("ann@b.example,");

        _desk.WaitForAssertion(() => Value.Should().Equal("ann@b.example"));
        _desk.WaitForAssertion(() => Typed.Should().BeEmpty());
    }

    [Fact]
    public void Leave_WithSomethingTyped_TakesIt()
    {
        Type("ann@b.example");

        _desk.Find("#to").Blur();

        Value.Should().Equal("ann@b.example");
    }

    [Fact]
    public void Enter_AfterWhatIsNoAddress_KeepsItAndSaysSo()
    {
        Type("half an address");
        Press("Enter");

        Value.Should().Equal("half an address");
        var chip = _desk.Find(".chip.wrong");
        chip.TextContent.Should().Contain("half an address");
        chip.QuerySelector("[aria-label='not an address']").Should().NotBeNull();
    }

    [Fact]
    public void Enter_AfterAnAddressThatIsThere_AddsNone()
    {
        Take("ann@b.example", "ann@b.example");

        Value.Should().Equal("ann@b.example");
    }

    [Fact]
    public void Backspace_InAnEmptyField_RemovesTheLast()
    {
        Take("ann@b.example", "lee@b.example");

        Press("Backspace");

        Value.Should().Equal("ann@b.example");
    }

    [Fact]
    public void Backspace_BehindALetter_RemovesNobody()
    {
        Take("ann@b.example");
        Type("l");

        Press("Backspace");

        Value.Should().Equal("ann@b.example");
    }

    [Fact]
    public void Remove_OfOneOfTwo_LeavesTheOther()
    {
        Take("ann@b.example", "lee@b.example");

        _desk.Find("[aria-label='Remove ann@b.example']").Click();

        Value.Should().Equal("lee@b.example");
    }

    [Fact]
    public async Task ArrowsAndEnter_InTheList_ChooseWhoIsMarked()
    {
        await SearchAsync("dan");
        _desk.Find("#to").GetAttribute("aria-activedescendant").Should().Be("to-0");

        Press("ArrowUp");
        _desk.Find("[aria-selected=true]").TextContent.Should().Contain("Dan Okafor").And.Contain("Lead");
        Press("Enter");

        Value.Should().Equal(Dan);
        Typed.Should().BeEmpty();
        _desk.FindAll("[role=option]").Should().BeEmpty();
    }

    [Fact]
    public async Task Escape_WithTheListOpen_ClosesItAndKeepsTheLetters()
    {
        await SearchAsync("dan");

        Press("Escape");

        _desk.FindAll("[role=option]").Should().BeEmpty();
        _desk.Find("#to").GetAttribute("aria-expanded").Should().Be("false");
        Typed.Should().Be("dan");
    }

    [Fact]
    public async Task Choice_WithTheMouseWhileALetterIsUnderWay_LeavesThatLetterAlone()
    {
        await SearchAsync("dan");

        _desk.Find("[role=option]").MouseDown();
        _time.Advance(Soon);
        Type("danl");

        Value.Should().Equal(Dana);
        Typed.Should().Be("l");
    }

    [Fact]
    public async Task Choice_FollowedByAnAddressOfTheSameLetters_KeepsAllOfIt()
    {
        await SearchAsync("dan");
        _desk.Find("[role=option]").MouseDown();
        _time.Advance(TypingPause);

        Type("dan@elsewhere.example");

        Typed.Should().Be("dan@elsewhere.example");
    }

    [Fact]
    public void Enter_AfterMoreThanOneMailGoesTo_KeepsThemAsTyped()
    {
        var many = string.Join(
            '\n', Enumerable.Range(0, OutgoingDraft.RecipientsMax + 1).Select(i => $"a{i}@b.example"));
        Type(many);
        Press("Enter");

        Value.Should().BeEmpty();
        Typed.Should().Be(many);
        _desk.Find("#to-problem").TextContent.Should().Contain("One email goes to at most 500 addresses.");
    }

    private void Type(string text) => _desk.Find("#to").Input(text);

    private void Press(string key) => _desk.Find("#to").KeyDown(new KeyboardEventArgs { Key = key });

    private void Take(params string[] addresses)
    {
        foreach (var address in addresses)
        {
            Type(address);
            Press("Enter");
        }
    }

    private async Task SearchAsync(string text)
    {
        Type(text);
        _time.Advance(TypingPause);
        _desk.WaitForElement("[role=option]");
        await _desk.InvokeAsync(() => { });                      // the search renders on a thread of its own: its end
    }

    /// <summary>Holds what the field says, as a page does.</summary>
    private sealed class Desk : ComponentBase
    {
        public IReadOnlyList<string> Value { get; private set; } = [];

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<RecipientField>(0);
            builder.AddComponentParameter(1, nameof(RecipientField.Id), "to");
            builder.AddComponentParameter(2, nameof(RecipientField.Label), "To");
            builder.AddComponentParameter(3, nameof(RecipientField.UserId), SequentialIds.Of(0xA002));
            builder.AddComponentParameter(4, nameof(RecipientField.Value), Value);
            builder.AddComponentParameter(5, nameof(RecipientField.ValueChanged),
                EventCallback.Factory.Create<IReadOnlyList<string>>(this, value => Value = value));
            builder.CloseComponent();
        }
    }
}
