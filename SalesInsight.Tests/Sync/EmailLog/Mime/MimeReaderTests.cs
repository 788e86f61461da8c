using System.Text;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Mime;
using SalesInsight.Tests.Simulation;

namespace SalesInsight.Tests.Sync.EmailLog.Mime;

public class MimeReaderTests(ITestOutputHelper output)
{
    private const string Head = "From: Mara <mara@halden.example>\nTo: ann@customer.example\n"
        + "Message-ID: <1@halden.example>\n";

    [Fact]
    public void Read_PlainMail_IsItsHeadersAndText()
    {
        var mail = Read("""
            Received: from somewhere
             else; Sat, 21 Nov 2026 09:00:01 +0000
            From: =?utf-8?B?TcOkcmE=?= =?utf-8?Q?_Visser?= <mara@halden.example>
            To: "Lee, Ann" <ann@customer.example>,
             bob@customer.example (Bob, of course)
            Cc: team: carl@customer.example, dora@customer.example;
            Subject: =?iso-8859-1?Q?Angebot_f=FCr?=
             =?utf-8?B?IEFubg==?=
            Date: Fri, 21 Nov 2026 10:00:00 +0100 (CET)
            Message-ID: <1@halden.example>
            In-Reply-To: <0@customer.example>
            References: <-1@customer.example>
             <0@customer.example>

            Hello,
            this is it.
            """)!;

        mail.MessageId.Should().Be("<1@halden.example>");
        mail.From.Should().Be("Mära Visser <mara@halden.example>");
        mail.To.Should().Equal("\"Lee, Ann\" <ann@customer.example>", "bob@customer.example");
        mail.Cc.Should().Equal("carl@customer.example", "dora@customer.example");
        mail.Subject.Should().Be("Angebot für Ann");
        mail.SentAt.Should().Be(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
        mail.InReplyTo.Should().Be("<0@customer.example>");
        mail.References.Should().Equal("<-1@customer.example>", "<0@customer.example>");
        mail.Text!.ReplaceLineEndings("\n").Should().Be("Hello,\nthis is it.");
    }

    [Fact]
    public void Read_PartsWithinParts_GivesTextHtmlAndAttachments()
    {
        var mail = Read(Head + """
            Content-Type: multipart/mixed; boundary="outer edge"

            preamble
            --outer edge
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=windows-1252
            Content-Transfer-Encoding: quoted-printable

            5 =80 =
            each=2E
            --inner
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PGI+SGVsbG88
            L2I+
            --inner--
            --outer edge
            Content-Type: application/pdf; name="=?utf-8?Q?Angebot_f=C3=BCr_Ann.pdf?="
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            QUJDRA==
            --outer edge
            Content-Type: image/png
            Content-Disposition: inline; filename*=utf-8''%e2%82%ac.png

            12345
            --outer edge--
            epilogue
            """)!;

        mail.Text!.TrimEnd().Should().Be("5 € each.");
        mail.Html!.TrimEnd().Should().Be("<b>Hello</b>");
        mail.Attachments.Select(a => a.Name).Should().Equal("Angebot für Ann.pdf", "€.png");
        mail.Attachments[0].Bytes.Should().Be(4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("no header at all")]
    [InlineData("\0\u0001\u0002: x")]
    [InlineData("X-Other: only\n\ntext")]
    [InlineData("PK\u0003\u0004 a zip file")]
    public void Read_WhatIsNoMail_IsNull(string text) => Read(text).Should().BeNull();

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext never closed", "text never closed")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\nno boundary anywhere", null)]
    [InlineData("Content-Type: multipart/mixed\n\ntext without a boundary", null)]
    [InlineData("Content-Transfer-Encoding: base64\n\nSGVsbG8*=broken", "Hello")]
    [InlineData("Content-Transfer-Encoding: quoted-printable\n\nHello=ZZ=", "Hello=ZZ=")]
    [InlineData("Content-Type: text/plain; charset=klingon\n\nHello", "Hello")]
    [InlineData("Content-Type:;;;\n\nHello", null)]
    [InlineData("Subject: =?utf-8?B?!!!?=\n\nHello", "Hello")]
    [InlineData("broken line\nX-Y: z\n\nHello", "Hello")]
    public void Read_BrokenMime_ReadsAsFarAsItGoes(string rest, string? text)
    {
        var mail = Read(Head + rest);

        mail!.To.Should().Equal("ann@customer.example");
        mail.Text.Should().Be(text);
    }

    [Fact]
    public void Read_LineBreaksSmuggledIntoAHeader_StayThereToBeRefused()
    {
        var mail = Read("From: mara@halden.example\nSubject: =?utf-8?Q?a=0D=0ABcc:_x@y.example?=\n\n");

        mail!.Subject.Should().Be("a\r\nBcc: x@y.example");
        mail.Cc.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 100_000)]
    [InlineData("--b\n\n", 100_000)]
    [InlineData("To: a@b.example,\n", 50_000)]
    [InlineData("Subject: =?utf-8?Q?a?=\n =?utf-8?Q?b?=\n", 20_000)]
    [InlineData("Content-Type: text/plain; a=\"\n", 50_000)]
    [InlineData(" (((((\n", 50_000)]
    public void Read_TheSameManyTimesOver_TakesNoTime(string line, int times)
    {
        var time = System.Diagnostics.Stopwatch.StartNew();

        Read(Head + "Content-Type: multipart/mixed; boundary=b\n" + string.Concat(Enumerable.Repeat(line, times)));
        Read(Head + "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat(line, times)));

        output.WriteLine($"{time.Elapsed.TotalMilliseconds:0} ms");
        time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Read_AnyBytes_NeverThrows()
    {
        var dice = new Dice(7);
        var seeds = new[]
        {
            Head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\nQQ==\n--b--",
            "From: =?utf-8?B?TcOkcmE=?= <a@b.example>\nTo: \"x\\\"y\" (c(d)) <a@b.example>, g: h@i.example;\n\nx",
        }.Select(Encoding.UTF8.GetBytes).ToArray();
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = dice.Of(seeds).ToArray();
            for (var change = 0; change < 1 + dice.Below(6); change++)
                bytes[dice.Below(bytes.Length)] = (byte)dice.Below(256);

            MimeReader.Read(bytes);
        }
    }

    private static EmailInput? Read(string mime) => EmailInput.FromMime(Encoding.UTF8.GetBytes(mime));
}
