using FluentAssertions;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Mail;
using SalesInsight.Sync.Reminders;
using Xunit;

namespace SalesInsight.Tests.Sync.EmailLog.Mail;

public class LoggedTextTests
{
    private static readonly DateTimeOffset SentAt = new(2026, 11, 21, 23, 30, 0, TimeSpan.Zero);

    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    [InlineData("Offer", false, "Offer")]
    [InlineData("", false, "(no subject)")]
    [InlineData("Re: Offer", false, "Re: Offer")]
    [InlineData("Re: Offer", true, "Reply: Offer")]
    [InlineData("RE: re: AW: Offer", true, "Reply: Offer")]
    [InlineData("Re[2]: Offer", true, "Reply: Offer")]
    [InlineData("回复：报价", true, "Reply: 报价")]
    [InlineData("Offer", true, "Reply: Offer")]
    [InlineData("Re:", true, "Reply: (no subject)")]
    [InlineData("Reach: x", true, "Reply: Reach: x")]
    [InlineData("Re [2] : Offer", true, "Reply: Offer")]
    public void Subject_OfAMail_SaysWhenItIsAReply(string subject, bool isReply, string logged) =>
        LoggedText.Subject(Mail(subject, isReply: isReply), ActivityDetail.SubjectOnly).Should().Be(logged);

    [Fact]
    public void Subject_UnderATemplate_GoesThroughIt() =>
        LoggedText.Subject(Mail("Offer"), new ActivityDetail("Email: {{activity_subject}}"))
            .Should().Be("Email: Offer");

    [Theory]
    [InlineData(false, "[Email] Offer")]
    [InlineData(true, "[Reply] Offer")]
    public void Subject_TemplateNamesTheType_SaysItOnce(bool isReply, string logged) =>
        LoggedText.Subject(
            Mail("Offer", isReply: isReply), new ActivityDetail("[{{activity_type}}] {{activity_subject}}"))
            .Should().Be(logged);

    [Fact]
    public void Description_OfAShortMail_IsItsHeadAndText() =>
        LoggedText.Description(Mail("Offer", "Hello\nAnn"), Amsterdam).Should().Be(
            "From: mara@halden.example\nTo: ann@customer.example\nCc: bob@customer.example\n"
            + "Sent: 2026-11-22 00:30 (Europe/Amsterdam)\nAttachments: offer.pdf (1.2 MB)\n\nHello\nAnn");

    [Theory]
    [InlineData(31_000)]
    [InlineData(31_900)]
    [InlineData(32_000)]
    [InlineData(90_000)]
    public void Description_OfAnyLength_FitsAndCountsWhatItLeftOut(int length)
    {
        var description = LoggedText.Description(Mail("Offer", new string('x', length)), Amsterdam);

        description.Length.Should().BeLessThanOrEqualTo(LoggedText.DescriptionLengthMax);
        var kept = description.Split("\n\n")[1].Count(c => c == 'x');
        if (kept == length) description.Should().EndWith("x");
        else
            description.Should().EndWith(FormattableString.Invariant(
                $"\n[Cut here: Salesforce keeps 32,000 characters. The email has {length - kept:N0} more.]"));
    }

    [Fact]
    public void Description_ToManyPeople_NamesTwentyAndCountsTheRest()
    {
        var input = Input("Offer", "x") with
        {
            To = [.. Enumerable.Range(0, 500).Select(i => $"p{i}@customer.example")], Cc = [],
        };
        var mail = EmailReading.Read(input, SentAt).Message!;

        LoggedText.Description(mail, Amsterdam).Should().Contain("p19@customer.example and 480 more\n");
    }

    [Fact]
    public void Date_NearMidnight_IsTheDayWhereTheUserWas()
    {
        LoggedText.Date(Mail("Offer"), Amsterdam).Should().Be(new DateOnly(2026, 11, 22));
        LoggedText.Date(Mail("Offer"), TimeZoneInfo.Utc).Should().Be(new DateOnly(2026, 11, 21));
    }

    private static EmailMessage Mail(string subject, string text = "Hello", bool isReply = false) =>
        EmailReading.Read(Input(subject, text, isReply), SentAt).Message!;

    private static EmailInput Input(string subject, string text, bool isReply = false) => new()
    {
        MessageId = "1@halden.example",
        From = "mara@halden.example",
        To = ["ann@customer.example"],
        Cc = ["bob@customer.example"],
        Subject = subject,
        Text = text,
        SentAt = SentAt,
        InReplyTo = isReply ? "0@customer.example" : null,
        Attachments = [new("offer.pdf", 1_234_567)],
    };
}
