using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.Web.CommandCenter;
using SalesInsight.Web.Emails.Testing;

namespace SalesInsight.Tests.Web.Emails.Testing;

public sealed class TesterPageTests : TaskPageTest
{
    private readonly FakeEmailTrials _trials = new();

    public TesterPageTests() => Services.AddReplays(_trials);

    [Fact]
    public void Paste_AMail_IsTriedForTheViewerAsItIs()
    {
        _trials.Trial = Told(new EmailTrial.Line("dana@brightwater.example", true, EmailReason.LoggedOnlyMatch,
            [new(new("003A", "Contact", "Dana Whitfield", "Brightwater"), new("006A", "Opportunity", "Fleet", null),
                [new("Subject", "The offer")])]));

        var page = Try("To: dana@brightwater.example\nSubject: The offer\n\nHello");

        var (userId, mail, unsaved) = _trials.Tried.Should().ContainSingle().Subject;
        (userId, mail.Subject, mail.To.Single(), unsaved).Should()
            .Be((Rep, "The offer", "dana@brightwater.example", null));
        Words(page.Find(".result").TextContent).Should()
            .Contain("This email would become one completed task.")
            .And.Contain("One record has this address, so it would be logged there.")
            .And.Contain("A completed task on contact Dana Whitfield, Brightwater. Related to the opportunity Fleet.");
    }

    [Fact]
    public void Paste_AddressesAlone_IsAMailToThem()
    {
        Try("Dana <dana@a.example>; bob@b.example");

        _trials.Tried.Single().Mail.To.Should().Equal("dana@a.example", "bob@b.example");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello there")]
    public void Paste_Neither_SaysSoAndAsksNobody(string text)
    {
        var page = Try(text);

        page.Find("#tester-problem").TextContent.Should().Contain("no email and no address");
        _trials.Tried.Should().BeEmpty();
    }

    [Fact]
    public void Drop_AnEmlFile_IsTriedAtOnce()
    {
        var page = Render<TesterPage>();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(
            Encoding.UTF8.GetBytes("From: a@halden.example\r\nTo: b@b.example\r\n\r\nHi"), "offer.eml"));

        page.WaitForAssertion(() => _trials.Tried.Should().ContainSingle().Which.Mail.To.Should().Equal("b@b.example"));
        page.Markup.Should().Contain("offer.eml");
    }

    [Fact]
    public void Drop_AFileThatIsNoMail_SaysSo()
    {
        var page = Render<TesterPage>();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("no header here", "notes.txt"));

        page.WaitForAssertion(() =>
            page.Find("#tester-problem").TextContent.Should().Contain("no email and no address"));
    }

    [Fact]
    public void Result_WhileLoggingIsOff_OffersToTestAllTheSame()
    {
        _trials.Trial = Told(new EmailTrial.Line("a@b.example", false, EmailReason.LoggingOff, []));
        var page = Try("a@b.example");
        _trials.Trial = Told(new EmailTrial.Line("a@b.example", false, EmailReason.NoMatch, []));

        page.Find(".banner button").Click();

        _trials.Tried[^1].Unsaved!.IsEmpty.Should().BeFalse();
        page.Find(".result").TextContent.Should().Contain("Taken as if logging by API were on")
            .And.Contain("This email would not be logged.");
    }

    [Fact]
    public void Result_OfHostileText_IsShownAsText()
    {
        _trials.Trial = new EmailTrial.Told(
            "<script>alert(1)</script>", false,
            [
                new("\"<b>\"@x.example", true, EmailReason.LoggedWithoutPerson,
                    [new(null, null, [new("Subject", "<i>")])]),
            ]);

        var page = Try("a@b.example");

        page.FindAll("script, b, i").Should().BeEmpty();
        page.Find(".result").TextContent.Should().Contain("<script>alert(1)</script>");
    }

    [Fact]
    public void Result_Failed_SaysWhyAndWhoCanHelp()
    {
        _trials.Trial = new EmailTrial.Failed(FaultCode.ApiDisabledForUser, "API_DISABLED_FOR_ORG");

        var page = Try("a@b.example");

        page.Find("[role=alert].banner").TextContent.Should().Contain("Your Salesforce user may not use the API.")
            .And.Contain("API_DISABLED_FOR_ORG");
    }

    [Fact]
    public void Result_NotAMail_NamesEveryProblem()
    {
        _trials.Trial = new EmailTrial.Refused(
            [new("To", EmailReport.ProblemCode.NotAnAddress), new("Subject", EmailReport.ProblemCode.SubjectTooLong)]);

        Try("a@b").FindAll("#tester-problem .field-error").Should().HaveCount(2);
    }

    private static EmailTrial.Told Told(params EmailTrial.Line[] lines) => new("The offer", false, lines);

    private IRenderedComponent<TesterPage> Try(string text)
    {
        var page = Render<TesterPage>();
        page.Find("#tester-text").Input(text);
        page.Find(".actions button").Click();
        return page;
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
