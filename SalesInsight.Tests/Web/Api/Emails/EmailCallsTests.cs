using System.Net;
using System.Text.Json;
using SalesInsight.Web.Api.Emails;

namespace SalesInsight.Tests.Web.Api.Emails;

public sealed class EmailCallsTests(ApiUnderTest web) : IClassFixture<ApiUnderTest>
{
    [Fact]
    public async Task Report_OfAMail_AnswersWhereItStands()
    {
        var mara = await web.CallerAsync();

        var taken = await mara.PostAsync("emails", Mail("taken"));

        taken.Status.Should().Be(HttpStatusCode.Created);
        taken.Message.Headers.Location!.ToString().Should().Be($"/api/v1/emails/{taken.Id}");
        taken.Text("messageId").Should().Be("taken@halden.example");
        var recipient = taken.Body.GetProperty("recipients")[0];
        recipient.GetProperty("standing").GetString().Should().Be("notLogged");
        recipient.GetProperty("reason").GetString().Should().Be("loggingOff");
        recipient.GetProperty("sentence").GetString().Should().Be("Logging by API was off when it was reported.");
        (await mara.GetAsync($"emails/{taken.Id}")).Body.ToString().Should().Be(taken.Body.ToString());
    }

    [Fact]
    public async Task Report_OfAKnownMail_IsTheSameMail()
    {
        var mara = await web.CallerAsync();
        var taken = await mara.PostAsync("emails", Mail("twice"));

        var again = await mara.PostAsync("emails", Mail("twice"));

        again.Status.Should().Be(HttpStatusCode.OK);
        again.Id.Should().Be(taken.Id);
    }

    [Theory]
    [InlineData("jonas.lindqvist@halden.example")]
    [InlineData("someone@else.example")]
    public async Task Report_FromSomebodyElse_IsRefused(string from)
    {
        var reply = await (await web.CallerAsync()).PostAsync("emails", Mail("other", from));

        reply.Status.Should().Be(HttpStatusCode.Forbidden);
        reply.Code.Should().Be("sender-not-yours");
    }

    // what the issue lists as bad input, and what is said to it
    public static TheoryData<object, string, string> BadMails => new()
    {
        { new { subject = "Offer\r\nBcc: x@y.example" }, "subject", "Must hold no line break and no other control "
            + "character." },
        { new { to = new[] { "ann@customer.example\r\nBcc: x@y.example" } }, "to",
            "Must hold no line break and no other control character." },
        { new { subject = new string('x', 5_000) }, "subject", "At most 4,000 characters." },
        { new { to = Enumerable.Range(0, 10_000).Select(i => $"p{i}@customer.example") }, "to",
            "At most 500 addresses in to and cc together." },
        { new { to = new[] { "nobody" } }, "to",
            "Must be e-mail addresses such as ann@example.com or Ann Lee <ann@example.com>." },
        { new { to = Array.Empty<string>() }, "to", "Name at least one address in to or cc." },
        { new { messageId = "none" }, "messageId",
            "Must be a Message-ID such as <1234@example.com>, of at most 996 characters without blanks." },
        { new { attachments = new[] { new { name = "", bytes = 1 } } }, "attachments",
            "Each needs a name of 1 to 255 characters and a size of 0 bytes or more." },
        { new { attachments = Enumerable.Repeat(new { name = "a", bytes = 1 }, 101) }, "attachments",
            "At most 100 attachments; leave out the rest." },
        { new { sentAt = "2031-01-01T00:00:00Z" }, "sentAt", "Must lie neither before 1990 nor in the future." },
        { new { sentAt = "yesterday" }, "sentAt",
            "Must be a time with its offset such as 2026-11-24T09:30:00Z, or null." },
        { new { bcc = "x@y.example" }, "bcc", "There is no such field." },
    };

    [Theory]
    [MemberData(nameof(BadMails), DisableDiscoveryEnumeration = true)]
    public async Task Report_OfWhatCannotBeAMail_NamesTheFieldAndSaysWhy(object change, string field, string detail)
    {
        var mail = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Mail("bad"))!;
        foreach (var property in JsonSerializer.SerializeToElement(change).EnumerateObject())
            mail[property.Name] = property.Value;

        var reply = await (await web.CallerAsync()).PostAsync("emails", JsonSerializer.Serialize(mail));

        reply.Code.Should().Be("values-refused");
        var error = reply.Body.GetProperty("errors").EnumerateArray().Should().ContainSingle().Subject;
        error.GetProperty("field").GetString().Should().Be(field);
        error.GetProperty("detail").GetString().Should().Be(detail);
    }

    [Fact]
    public async Task Report_OfATwoMegabyteSubject_IsTooLarge()
    {
        var reply = await (await web.CallerAsync()).PostAsync(
            "emails", Mail("large").Replace("Offer", new string('x', 2_000_000), StringComparison.Ordinal));

        reply.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        reply.Text("title").Should().Be("The body is larger than 1 MiB.");
    }

    [Theory]
    [InlineData("From: mara.visser@halden.example\nTo: ann@customer.example\nMessage-ID: <{0}@a.example>\n\nHi", null)]
    [InlineData("From: mara.visser@halden.example\nTo: ann@customer.example\nMessage-ID: <{0}@a.example>\n"
        + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\n!!!", null)]
    [InlineData("this is no mail", "This is no email: it needs a header with From, To and Message-ID.")]
    [InlineData("Subject: x\n\nno addresses",
        "Nothing was saved; 'errors' lists every field that was refused, and why.")]
    [InlineData("From: x@y.example\nTo: ann@customer.example\nMessage-ID: <{0}@a.example>\n\nHi",
        "A token reports email of its own user only: From must be your address here.")]
    public async Task Report_OfTheMailItself_IsTakenOrSaysWhyNot(string mime, string? title)
    {
        var mail = mime.Replace("{0}", $"{mime.Length}", StringComparison.Ordinal);
        using var content = new StringContent(mail, System.Text.Encoding.UTF8, EmailCalls.MimeType);

        var reply = await (await web.CallerAsync()).SendContentAsync(HttpMethod.Post, "emails", content);

        if (title is null) reply.Status.Should().Be(HttpStatusCode.Created);
        else reply.Text("title").Should().Be(title);
    }

    [Fact]
    public async Task Report_OfAMailOf26Megabytes_IsTooLarge()
    {
        using var content = new ByteArrayContent(new byte[26 * 1024 * 1024]);
        content.Headers.ContentType = new(EmailCalls.MimeType);

        var reply = await (await web.CallerAsync()).SendContentAsync(HttpMethod.Post, "emails", content);

        reply.Text("title").Should()
            .Be("The email is larger than 25 MiB. Report it as JSON, without its attachments.");
    }

    [Fact]
    public async Task Event_OfAMail_IsCounted()
    {
        var mara = await web.CallerAsync();
        var mail = await mara.PostAsync("emails", Mail("opened"));

        var seen = await mara.PostAsync(
            $"emails/{mail.Id}/events",
            """{"event":"opened","address":"Ann@customer.example","at":"2026-11-20T10:00:00+01:00","id":"1"}""");

        seen.Status.Should().Be(HttpStatusCode.OK);
        seen.Body.GetProperty("recipients")[0].GetProperty("opened").GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("""{"address":"ann@customer.example"}""", "event: eventMissing")]
    [InlineData("""{"event":"forwarded","address":"ann@customer.example"}""", "event: notOneOf")]
    [InlineData("""{"event":"opened","address":"bob@customer.example"}""", "address: notARecipient")]
    [InlineData("""{"event":"opened"}""", "address: notAnAddress")]
    public async Task Event_ThatCannotBe_NamesTheField(string json, string error)
    {
        var mara = await web.CallerAsync();
        var mail = await mara.PostAsync("emails", Mail("events"));

        (await mara.PostAsync($"emails/{mail.Id}/events", json)).Errors.Should().Equal(error);
    }

    [Fact]
    public async Task Calls_AboutAMailOfSomebodyElse_FindNone()
    {
        var mail = await (await web.CallerAsync()).PostAsync("emails", Mail("private"));
        var jonas = await web.CallerAsync(ApiUnderTest.Jonas);

        (await jonas.GetAsync($"emails/{mail.Id}")).Code.Should().Be("email-not-found");
        (await jonas.PostAsync(
            $"emails/{mail.Id}/events", """{"event":"opened","address":"ann@customer.example"}"""))
            .Code.Should().Be("email-not-found");
    }

    [Theory]
    [InlineData("{\"to\":[\"\\ud800\"]}", "to: notUnicode")]
    [InlineData("{\"to\":\"ann@customer.example\"}", "to: notAList")]
    [InlineData("{\"to\":[1,2,3]}", "to: notText")]
    [InlineData("{\"attachments\":[{\"bytes\":\"1\"}]}", "attachments: notANumber")]
    [InlineData("{\"attachments\":[7]}", "attachments: notAnObject")]
    [InlineData("{\"attachments\":[{\"path\":\"c\"}]}", "attachments: unknownField")]
    [InlineData("{\"sentAt\":\"2026-11-24T09:30:00\"}", "sentAt: notATime")]
    public void Read_ValuesOfTheWrongKind_NamesEach(string json, string errors)
    {
        var (_, problem, found) = EmailBody.Read(System.Text.Encoding.UTF8.GetBytes(json));

        problem!.Code.Should().Be("values-refused");
        string.Join(", ", found.Select(e => $"{e.Field}: {e.Code}")).Should().Be(errors);
    }

    private static string Mail(string id, string from = ApiUnderTest.Mara) => $$"""
        {"messageId":"<{{id}}@halden.example>","from":"{{from}}","to":["ann@customer.example"],"subject":"Offer",
         "text":"Hello","sentAt":"2026-11-20T09:00:00Z","attachments":[{"name":"a.pdf","bytes":12}]}
        """;
}
