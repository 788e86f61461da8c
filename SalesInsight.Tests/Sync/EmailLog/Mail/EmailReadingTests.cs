using FluentAssertions;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Mail;
using Xunit;
using static SalesInsight.Sync.EmailLog.EmailReport;

namespace SalesInsight.Tests.Sync.EmailLog.Mail;

public class EmailReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly EmailInput Sound = new()
    {
        MessageId = "<1@halden.example>",
        From = "Mara <mara@halden.example>",
        To = ["ann@customer.example"],
        Subject = "Offer",
        Text = "Hello",
    };

    public static TheoryData<EmailInput, string, ProblemCode> Refused => new()
    {
        { Sound with { MessageId = "" }, "MessageId", ProblemCode.MessageIdMalformed },
        { Sound with { MessageId = "<1>" }, "MessageId", ProblemCode.MessageIdMalformed },
        { Sound with { MessageId = "<1@a b>" }, "MessageId", ProblemCode.MessageIdMalformed },
        { Sound with { MessageId = new string('1', 1_000) + "@a" }, "MessageId", ProblemCode.MessageIdMalformed },
        { Sound with { MessageId = "<1@a>\r\nBcc: x@y.example" }, "MessageId", ProblemCode.HeaderLineBreak },
        { Sound with { From = "mara" }, "From", ProblemCode.NotAnAddress },
        { Sound with { From = "mara@halden.example\nBcc: x@y.example" }, "From", ProblemCode.HeaderLineBreak },
        { Sound with { To = [] }, "To", ProblemCode.NoRecipient },
        { Sound with { To = ["ann@customer.example", "nobody"] }, "To", ProblemCode.NotAnAddress },
        { Sound with { Cc = ["ann@customer.example\r\nX: y"] }, "Cc", ProblemCode.HeaderLineBreak },
        { Sound with { To = [.. Enumerable.Range(0, 10_000).Select(i => $"{i}@customer.example")] }, "To",
            ProblemCode.TooManyRecipients },
        { Sound with { Subject = new string('x', 2_000_000) }, "Subject", ProblemCode.SubjectTooLong },
        { Sound with { Subject = "Offer\r\nBcc: x@y.example" }, "Subject", ProblemCode.HeaderLineBreak },
        { Sound with { InReplyTo = "nothing" }, "InReplyTo", ProblemCode.MessageIdMalformed },
        { Sound with { References = ["<1@a>\n"] }, "References", ProblemCode.HeaderLineBreak },
        { Sound with { References = [.. Enumerable.Repeat("<1@a>", 201)] }, "References",
            ProblemCode.TooManyReferences },
        { Sound with { Attachments = [.. Enumerable.Repeat(new EmailInput.Attachment("a", 1), 101)] }, "Attachments",
            ProblemCode.TooManyAttachments },
        { Sound with { Attachments = [new("", 1)] }, "Attachments", ProblemCode.AttachmentMalformed },
        { Sound with { Attachments = [new("a\r\nb", 1)] }, "Attachments", ProblemCode.AttachmentMalformed },
        { Sound with { Attachments = [new("a", -1)] }, "Attachments", ProblemCode.AttachmentMalformed },
        { Sound with { SentAt = new DateTimeOffset(1989, 12, 31, 0, 0, 0, TimeSpan.Zero) }, "SentAt",
            ProblemCode.TimeOutOfRange },
        { Sound with { SentAt = Now.AddDays(2) }, "SentAt", ProblemCode.TimeOutOfRange },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Read_WhatCannotBeAMail_IsRefusedByField(EmailInput input, string field, ProblemCode code)
    {
        var (message, problems) = EmailReading.Read(input, Now);

        message.Should().BeNull();
        problems.Should().Equal(new Problem(field, code));
    }

    [Fact]
    public void Read_SeveralFaults_NamesThemAllAtOnce()
    {
        var (_, problems) = EmailReading.Read(new EmailInput { From = "x", To = ["y", "z"] }, Now);

        problems.Should().BeEquivalentTo(new Problem[]
        {
            new("MessageId", ProblemCode.MessageIdMalformed), new("From", ProblemCode.NotAnAddress),
            new("To", ProblemCode.NotAnAddress),
        });
    }

    [Fact]
    public void Read_RepeatedRecipients_AreOneEach()
    {
        var input = Sound with
        {
            To = ["ann@customer.example", "ANN@customer.example"],
            Cc = ["Ann <ann@customer.example>", "bob@customer.example"],
        };

        var (message, _) = EmailReading.Read(input, Now);

        message!.MessageId.Should().Be("1@halden.example");
        message.To.Select(a => a.Key).Should().Equal("ann@customer.example");
        message.Cc.Select(a => a.Key).Should().Equal("bob@customer.example");
    }

    [Theory]
    [InlineData(null, 0, false)]
    [InlineData("<0@halden.example>", 0, true)]
    [InlineData(null, 1, true)]
    [InlineData(" ", 0, false)]
    public void Read_HeadersOfAnAnswer_MakeItAReply(string? inReplyTo, int references, bool isReply)
    {
        var input = Sound with
        {
            InReplyTo = inReplyTo,
            References = [.. Enumerable.Repeat("<0@halden.example>", references)],
        };

        EmailReading.Read(input, Now).Message!.IsReply.Should().Be(isReply);
    }

    [Fact]
    public void Read_LongBody_IsCutAndItsLengthKept()
    {
        var (message, _) = EmailReading.Read(Sound with { Text = new string('x', 100_000) }, Now);

        message!.Body.Length.Should().Be(EmailReading.BodyLengthMax);
        message.BodyLength.Should().Be(100_000);
    }

    [Fact]
    public void Read_HtmlOnly_IsItsText()
    {
        var (message, _) = EmailReading.Read(
            Sound with { Text = null, Html = "<p>Hello <b>Ann</b></p><script>alert(1)</script>" }, Now);

        message!.Body.Should().Be("Hello Ann");
    }
}
