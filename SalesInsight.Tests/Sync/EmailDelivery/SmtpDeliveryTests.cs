using System.Text;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Tests.Support;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;

namespace SalesInsight.Tests.Sync.EmailDelivery;

/// <summary>Against a mail server nobody here wrote: what it saw is what counts.</summary>
public sealed class SmtpDeliveryTests
{
    private const string Ann = "ann@customer.example";
    private const string Bcc = "emailtosalesforce@k3t7q2m9x4.le.salesforce.test";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_ToAServer_TravelsEncryptedAndSignedIn_WithItsHeadersAndFiles()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var world = await DeliveryWorld.CreateAsync(peer);
        var draft = await world.SaveAsync(DeliveryWorld.Draft("Angebot für Zoë", $"Ann Lee <{Ann}>") with
        {
            Cc = ["bob@customer.example"],
        });
        await world.Mails.AttachAsync(
            TestStore.RepId, draft.Id, "prîce.txt", new MemoryStream("twelve"u8.ToArray()), Stop);
        await world.Mails.SendAsync(TestStore.RepId, draft.Id, Stop);

        await world.RunAsync();

        (await world.FindAsync(draft.Id)).Standing.Should().Be(State.Sent);
        var seen = await peer.NextAsync();
        (seen.From, seen.IsEncrypted, seen.IsSignedIn).Should().Be((DeliveryWorld.Mara, true, true));
        seen.Recipients.Should().Equal(Ann, "bob@customer.example");
        seen.Header.Should().Contain($"Message-ID: <{draft.Id:N}@halden.example>").And.NotContain("X-Sender");
        seen.Data.Should().Contain(Convert.ToBase64String(Encoding.UTF8.GetBytes("twelve")));
        seen.Data.Should().Contain(Convert.ToBase64String("Hello, this is the offer."u8));
    }

    [Fact]
    public async Task Bcc_WhileActive_IsInTheEnvelope_AndNowhereElse()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var world = await DeliveryWorld.CreateAsync(peer);
        await world.SetBccAsync(Bcc);

        var mail = await world.DeliverAsync("Offer", Ann);

        mail.HasBcc.Should().BeTrue();
        var seen = await peer.NextAsync();
        seen.Recipients.Should().BeEquivalentTo(Ann, Bcc);
        seen.Data.Should().NotContainEquivalentOf("bcc").And.NotContainEquivalentOf("salesforce");
        foreach (var part in seen.Data.Split("base64").Skip(1).Select(DecodeFirst))
            part.Should().NotContainEquivalentOf("salesforce");
    }

    [Fact]
    public async Task Refusals_OfAServer_SayWhyAndAreNotRepeated()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var world = await DeliveryWorld.CreateAsync(peer);

        var nobody = await world.DeliverAsync("Offer", "refused@customer.example");
        var spam = await world.DeliverAsync("5xx", Ann);

        (nobody.Standing, nobody.Problem).Should().Be((State.Undelivered, Failure.Refused));
        nobody.Answer.Should().Contain("nobody of that name lives here");
        (spam.Standing, spam.Problem).Should().Be((State.Undelivered, Failure.Refused));
        spam.Answer.Should().Contain("looks like spam");
        (await world.RunAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Busy_AServer_IsTriedAgainByItself()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var world = await DeliveryWorld.CreateAsync(peer);

        var later = await world.DeliverAsync("Offer", "later@customer.example");
        var full = await world.DeliverAsync("4xx", Ann);

        foreach (var mail in new[] { later, full })
        {
            (mail.Standing, mail.Problem).Should().Be((State.Waiting, Failure.TriedLater));
            mail.RetryAt.Should().Be(TestStore.Start.AddMinutes(1));
        }

        world.Store.Time.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync();
        (await world.FindAsync(full.Id)).Attempts.Should().Be(2);
    }

    [Fact]
    public async Task Refusal_OfOneOfTwo_IsSaid_AndItsRetryGoesToThatOneOnly()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var world = await DeliveryWorld.CreateAsync(peer);

        var mail = await world.DeliverAsync("Offer", Ann, "refused@customer.example");

        (mail.Standing, mail.Problem).Should().Be((State.Sent, Failure.RefusedInPart));
        mail.Refused.Should().Equal("refused@customer.example");
        (await peer.NextAsync()).Recipients.Should().Equal(Ann);
        var logged = await world.Log.FindAsync(TestStore.RepId, mail.EmailId!.Value, Stop);
        logged!.Recipients.Where(r => r.BouncedAt is not null).Select(r => r.Address).Should()
            .Equal("refused@customer.example");

        await world.Mails.SendAsync(TestStore.RepId, mail.Id, Stop);
        await world.RunAsync();
        var again = await world.FindAsync(mail.Id);
        (again.Standing, again.Problem).Should().Be((State.Sent, Failure.RefusedInPart));
    }

    [Fact]
    public async Task Drop_AfterTheText_LeavesTheFateOpen_AndIsNotSentAgainByItself()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var world = await DeliveryWorld.CreateAsync(peer);

        var mail = await world.DeliverAsync("drop-late", Ann);

        (mail.Standing, mail.Problem).Should().Be((State.Undelivered, Failure.FateOpen));
        await peer.NextAsync();
        world.Store.Time.Advance(TimeSpan.FromDays(1));
        await world.RunAsync();
        peer.SawNothingMore.Should().BeTrue();

        DeliveryWorld.Done(await world.Mails.ConfirmSentAsync(TestStore.RepId, mail.Id, Stop));
        await world.RunAsync();
        (await world.FindAsync(mail.Id)).EmailId.Should().NotBeNull();
        peer.SawNothingMore.Should().BeTrue();
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsTriedAgain_AndHoldsTheOthers()
    {
        int port;
        await using (var peer = await SmtpPeer.StartAsync()) port = peer.Port;
        await using var world = await DeliveryWorld.CreateAsync(("Email:SmtpHosts", "localhost"));
        var edit = new DeliveryChannel.Edit(DeliveryChannel.Kind.Smtp, "localhost", port, "", null, 30);
        await world.Channels.SaveAsync(TestStore.RepId, edit, Stop);
        var second = await world.SendAsync("Second", Ann);

        var first = await world.DeliverAsync("First", Ann);

        foreach (var mail in new[] { first, await world.FindAsync(second.Id) })
            (mail.Standing, mail.Problem, mail.RetryAt).Should()
                .Be((State.Waiting, Failure.Unreachable, TestStore.Start.AddMinutes(1)));
        (await world.FindAsync(first.Id)).Attempts.Should().Be(0);
    }

    [Fact]
    public async Task Password_ThatIsWrong_IsSaid_AndTriedWithNoOtherMail()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var world = await DeliveryWorld.CreateAsync(peer);
        var wrong = DeliveryWorld.Server(peer, password: "wrong");
        await world.Channels.SaveAsync(TestStore.RepId, wrong, Stop);
        var second = await world.SendAsync("Second", Ann);

        await world.DeliverAsync("First", Ann);

        (await world.FindAsync(second.Id)).Problem.Should().Be(Failure.SignInRefused);
        (await world.Mails.CountAsync(TestStore.RepId, Stop))[EmailFolder.Kind.Undelivered].Should().Be(2);
    }

    [Fact]
    public async Task Server_WithoutEncryption_GetsNeitherPasswordNorMail()
    {
        await using var peer = await SmtpPeer.StartPlainAsync();
        await using var world = await DeliveryWorld.CreateAsync(peer);

        var mail = await world.DeliverAsync("Offer", Ann);

        (mail.Standing, mail.Problem).Should().Be((State.Undelivered, Failure.NotSecure));
        peer.SawNothingMore.Should().BeTrue();
    }

    [Fact]
    public async Task Certificate_NobodyTrusts_GetsNeitherPasswordNorMail()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var stranger = await SmtpPeer.StartAsync();
        await using var world = await DeliveryWorld.CreateAsync(stranger);
        await world.Channels.SaveAsync(TestStore.RepId, DeliveryWorld.Server(peer), Stop);

        var mail = await world.DeliverAsync("Offer", Ann);

        (mail.Standing, mail.Problem).Should().Be((State.Undelivered, Failure.NotSecure));
        peer.SawNothingMore.Should().BeTrue();
    }

    [Fact]
    public async Task Test_OfAChannel_SendsToOneselfAndSavesNothing()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var world = await DeliveryWorld.CreateAsync(
            ("Email:SmtpHosts", "localhost"), ("Email:TrustedCertificates", peer.CertificatePath));

        var good = await world.Channels.TestAsync(TestStore.RepId, DeliveryWorld.Server(peer), Stop);
        var soon = await world.Channels.TestAsync(TestStore.RepId, DeliveryWorld.Server(peer), Stop);
        world.Store.Time.Advance(TimeSpan.FromMinutes(1));
        var bad = await world.Channels.TestAsync(
            TestStore.RepId, DeliveryWorld.Server(peer, password: "wrong"), Stop);

        (good.SentTo, good.Problem, soon.TooSoon).Should().Be((DeliveryWorld.Mara, null, true));
        (await peer.NextAsync()).Recipients.Should().Equal(DeliveryWorld.Mara);
        bad.Problem.Should().Be(Failure.SignInRefused);
        (await world.Channels.FindAsync(TestStore.RepId, Stop)).Should().Be(DeliveryChannel.Default);
    }

    private static string DecodeFirst(string part)
    {
        var lines = part.ReplaceLineEndings("\n").TrimStart('\n').Split("\n\n")[0];
        var text = string.Concat(lines.Split('\n').SkipWhile(l => l.Contains(':', StringComparison.Ordinal)));
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return text;
        }
    }
}
