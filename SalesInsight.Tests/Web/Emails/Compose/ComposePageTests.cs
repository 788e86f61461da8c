using System.Reflection;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage;
using SalesInsight.Tests.Support;
using SalesInsight.Tests.Web.Emails.Delivery;
using SalesInsight.Tests.Web.Emails.Folders;
using SalesInsight.Web.Account;
using SalesInsight.Web.Emails;
using SalesInsight.Web.Emails.Compose;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.Emails.Compose;

/// <summary>Mara writes at 09:16 in Amsterdam.</summary>
public sealed class ComposePageTests : ComponentTest
{
    private const string Dana = "dana@brightwater.example";

    private static readonly Guid Mara = SequentialIds.Of(0xA002);
    private static readonly Guid DraftId = SequentialIds.Of(0xD001);

    private readonly FakeTimeProvider _time = new(new(2026, 11, 24, 8, 16, 0, TimeSpan.Zero));
    private readonly FakeOutgoing _emails;
    private readonly FakeEditor _editor;

    public ComposePageTests()
    {
        _emails = new FakeOutgoing(_time);
        _editor = new FakeEditor(JSInterop);
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton<IOutgoingEmails>(_emails);
        Services.AddSingleton<IPeopleSearch>(new FakePeopleSearch());
        Services.AddSingleton<IDeliveryChannels>(new FakeChannels());
        Services.AddSingleton<ISettingsStore>(new FakeSettings("Europe/Amsterdam"));
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(Mara));
        Services.AddScoped<Toasts>().AddScoped<CurrentPerson>().AddScoped<PersonClock>();
        Services.AddEmailPages();
        var accounts = new OnePerson(new AppUser { Id = Mara, Email = "mara@halden.example" });
        Services.AddSingleton(new PeopleDirectory(
            new UserManager<AppUser>(accounts, null!, null!, [], [], null!, null!, null!, null!), null!));
    }

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    private IReadOnlyList<Toast> Shown => Services.GetRequiredService<Toasts>().Shown;

    [Fact]
    public void Page_AskedFor_OpensForWhoeverIsSignedIn()
    {
        typeof(ComposePage).GetCustomAttribute<AuthorizeAttribute>()!.Roles.Should().BeNull();

        Text(Render<ComposePage>().Find(".form > .secondary"))
            .Should().StartWith("From mara@halden.example, through the pickup folder.");
    }

    [Fact]
    public void Page_OfANewMail_BeginsAtWhomItIsFor()
    {
        var page = Render<ComposePage>();

        JSInterop.VerifyFocusAsyncInvoke().Arguments[0].ShouldBeElementReferenceTo(page.Find("#to"));
    }

    [Fact]
    public void Page_OfSomebodyElsesDraft_SaysThereIsNone()
    {
        _emails.Put(SequentialIds.Of(0xA009), DraftId, new OutgoingDraft { Subject = "Between us" });

        var page = Open();

        Text(page.Find(".empty .title")).Should().Be("There is no such draft.");
        page.Markup.Should().NotContain("Between us");
    }

    [Fact]
    public void Page_OfADraft_ShowsAllOfIt()
    {
        _emails.Put(Mara, DraftId, new OutgoingDraft
        {
            To = [Dana], Cc = ["lee@b.example"], Subject = "The offer", Html = "<p>Hello</p>",
        });

        var page = Open();

        page.FindAll(".chip .truncate").Select(Text).Should().Equal(Dana, "lee@b.example");
        page.Find("#subject").GetAttribute("value").Should().Be("The offer");
        _editor.Told("write").Should().Equal("<p>Hello</p>");
        Status(page).Should().Be("Draft saved at 09:16");
    }

    [Fact]
    public void Change_AsSoonAsTypingPauses_IsKeptAsADraft()
    {
        var page = Render<ComposePage>();
        Status(page).Should().Be("Not saved yet");
        _editor.Html = "<p>Hello</p>";

        page.Find("#subject").Change("The offer");

        var mail = _emails.Mails.Should().ContainSingle().Subject;
        mail.Draft.Should().BeEquivalentTo(new OutgoingDraft { Subject = "The offer", Html = "<p>Hello</p>" });
        Status(page).Should().Be("Draft saved at 09:16");
    }

    [Fact]
    public void Change_WhileAnotherIsBeingKept_IsKeptAfterIt()
    {
        var gate = new TaskCompletionSource();
        _emails.Gate = gate.Task;
        var page = Render<ComposePage>();
        page.Find("#subject").Change("The offer");

        Enter(page, "#to", Dana);
        _emails.Asked.Should().ContainSingle();
        gate.SetResult();

        page.WaitForAssertion(() => Status(page).Should().Be("Draft saved at 09:16"));
        var mail = _emails.Mails.Should().ContainSingle().Subject;
        (mail.Draft.Subject, mail.Draft.To.Single()).Should().Be(("The offer", Dana));
    }

    [Fact]
    public async Task File_AttachedWhileAChangeIsBeingKept_ComesAfterIt()
    {
        _emails.Put(Mara, DraftId, new OutgoingDraft { To = [Dana] });
        var gate = new TaskCompletionSource();
        _emails.Gate = gate.Task;
        var page = Open();
        page.Find("#subject").Change("The offer");

        var file = InputFileContent.CreateFromText("prices", "prices.txt");
        var upload = Task.Run(
            () => page.FindComponent<InputFile>().UploadFiles(file), Xunit.TestContext.Current.CancellationToken);
        page.WaitForAssertion(() => Text(page.Find(".attachments label")).Should().Contain("Attaching"));
        _emails.Asked.Should().Equal("save");
        gate.SetResult();

        await upload;
        _emails.Asked.Should().Equal("save", "attach");
        page.WaitForAssertion(() => Text(page.Find(".attachments li .truncate")).Should().Be("prices.txt"));
        page.Find("#subject").Change("The new offer");
        page.WaitForAssertion(() => _emails.Mails.Single().Draft.Subject.Should().Be("The new offer"));
    }

    [Fact]
    public void Send_WhileAChangeIsBeingKept_SendsOneMailWithAllOfIt()
    {
        var gate = new TaskCompletionSource();
        _emails.Gate = gate.Task;
        var page = Render<ComposePage>();
        page.Find("#to").Input(Dana);
        page.Find("#subject").Change("The offer");

        Button(page, "Send").Click();
        gate.SetResult();

        page.WaitForAssertion(() => _emails.Asked.Should().Contain("send"));
        var mail = _emails.Mails.Should().ContainSingle().Subject;
        mail.Standing.Should().Be(OutgoingEmail.State.Waiting);
        (mail.Draft.Subject, mail.Draft.To.Single()).Should().Be(("The offer", Dana));
    }

    [Fact]
    public void Change_ThatCannotBeKept_SaysWhyAndStaysOnThePage()
    {
        var page = Render<ComposePage>();

        page.Find("#subject").Change(new string('x', OutgoingDraft.SubjectLengthMax + 1));

        Text(page.Find("#subject-problem")).Should().Be("A subject has at most 4,000 characters.");
        page.Find("#subject").GetAttribute("aria-invalid").Should().Be("true");
        Status(page).Should().Be("Not saved yet");
        var here = Address.Uri;
        Address.NavigateTo("emails");
        Address.Uri.Should().Be(here, "what is not kept is not left behind");
    }

    [Fact]
    public void Change_OfATextTooLong_SaysSo()
    {
        _editor.Claimed = OutgoingDraft.HtmlLengthMax + 1;
        var page = Render<ComposePage>();

        page.Find("#subject").Change("The offer");

        Text(page.Find("#text-problem")).Should().Be("The text is longer than one email can be.");
        _emails.Mails.Should().BeEmpty();
    }

    [Fact]
    public void Send_ToNobody_SaysSoAndKeepsTheDraft()
    {
        var page = Render<ComposePage>();
        page.Find("#subject").Change("The offer");

        Button(page, "Send").Click();

        Text(page.Find("#to-problem")).Should().Be("Name at least one address.");
        page.Find("#subject").GetAttribute("value").Should().Be("The offer");
        _emails.Mails.Should().ContainSingle(mail => mail.Standing == OutgoingEmail.State.Draft);
        Address.Uri.Should().NotEndWith("emails");
    }

    [Fact]
    public void Send_WithWhatIsNoAddress_NamesItAndKeepsIt()
    {
        var page = Render<ComposePage>();
        page.Find("#to").Input("half an address");

        Button(page, "Send").Click();

        Text(page.Find("#to-problem")).Should().Be("“half an address” is not an email address.");
        Text(page.Find(".chip.wrong .truncate")).Should().Be("half an address");
        _emails.Mails.Should().ContainSingle(mail => mail.Standing == OutgoingEmail.State.Draft);
    }

    [Fact]
    public async Task Send_Done_LeadsToTheEmailsAndCanBeUndone()
    {
        var page = Render<ComposePage>();
        page.Find("#to").Input(Dana);

        Button(page, "Send").Click();

        Address.Uri.Should().EndWith("/emails");
        var toast = Shown.Should().ContainSingle().Subject;
        toast.Text.Should().Be("Your email is on its way");
        await Renderer.Dispatcher.InvokeAsync(() => toast.Action!());
        _emails.Asked.Should().EndWith("take back");
        Address.Uri.Should().EndWith($"emails/{_emails.Mails.Single().Id}/edit");
    }

    [Fact]
    public void SendLater_AsOffered_IsTheNextFullHourOfTheWriter()
    {
        var page = Render<ComposePage>();
        page.Find("#to").Input(Dana);

        Button(page, "Send later").Click();
        page.Find("#send-at").GetAttribute("value").Should().Be("2026-11-24T11:00");
        Button(page, "Send").HasAttribute("disabled").Should().BeTrue("only one of both is meant");
        Button(page, "Schedule").Click();

        _emails.Asked.Should().EndWith("schedule 10:00");
        Shown.Single().Text.Should().StartWith("Your email goes out ").And.Contain("11:00");
    }

    [Fact]
    public void Page_ChangedInAnotherWindow_LosesNothingUntilItIsAsked()
    {
        var page = OpenBesideAnotherWindow();

        page.Find(".banner").TextContent.Should().Contain("This draft was changed in another window.");
        page.Find("#subject").GetAttribute("value").Should().Be("Mine");
        _emails.Mails.Single().Draft.Subject.Should().Be("Theirs");
    }

    [Fact]
    public void KeepMine_AfterAnotherWindow_WritesOverIt()
    {
        var page = OpenBesideAnotherWindow();

        Button(page, "Keep mine").Click();

        _emails.Mails.Single().Draft.Subject.Should().Be("Mine");
        page.FindAll(".banner").Should().BeEmpty();
    }

    [Fact]
    public void ShowTheOther_AfterAnotherWindow_TakesItsTextToo()
    {
        var page = OpenBesideAnotherWindow();

        Button(page, "Show the other").Click();

        page.Find("#subject").GetAttribute("value").Should().Be("Theirs");
        _editor.Told("write").Last().Should().Be("<p>Theirs</p>");
    }

    [Fact]
    public void Page_OfAMailOnItsWay_SaysItIsTooLate()
    {
        _emails.Put(Mara, DraftId, new OutgoingDraft { Subject = "Gone" }, OutgoingEmail.State.Sending);

        var page = Open();
        page.Find("#subject").Change("Still here?");

        page.Find(".banner").TextContent.Should().Contain("This email is already on its way.");
        _emails.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Discard_Undone_BringsTheDraftBack()
    {
        _emails.Put(Mara, DraftId, new OutgoingDraft { Subject = "The offer" });
        var page = Open();

        Button(page, "Discard").Click();
        Address.Uri.Should().EndWith("/emails");
        var toast = Shown.Should().ContainSingle(shown => shown.Text == "Draft discarded").Subject;
        await Renderer.Dispatcher.InvokeAsync(() => toast.Action!());

        _emails.Asked.Should().Equal("delete", "restore");
        Address.Uri.Should().EndWith($"emails/{DraftId}/edit");
    }

    private IRenderedComponent<ComposePage> Open() => Render<ComposePage>(page => page.Add(p => p.Id, DraftId));

    private IRenderedComponent<ComposePage> OpenBesideAnotherWindow()
    {
        _emails.Put(Mara, DraftId, new OutgoingDraft { Subject = "At first" });
        var page = Open();
        _emails.Put(Mara, DraftId, new OutgoingDraft { Subject = "Theirs", Html = "<p>Theirs</p>" });
        page.Find("#subject").Change("Mine");
        return page;
    }

    private static void Enter(IRenderedComponent<ComposePage> page, string field, string typed)
    {
        page.Find(field).Input(typed);
        page.Find(field).KeyDown(new KeyboardEventArgs { Key = "Enter" });
    }

    private static string Status(IRenderedComponent<ComposePage> page) => Text(page.Find(".foot [role=status]"));

    private static IElement Button(IRenderedComponent<ComposePage> page, string text) =>
        page.FindAll("button").Single(button => Text(button) == text);

    private static string Text(IElement element) => string.Join(
        ' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
