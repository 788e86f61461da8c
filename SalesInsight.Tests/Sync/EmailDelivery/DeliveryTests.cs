using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;

namespace SalesInsight.Tests.Sync.EmailDelivery;

/// <summary>Through the pickup folder, which every user begins with.</summary>
public sealed class DeliveryTests
{
    private const string Ann = "ann@customer.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_WithoutAnySetUp_LiesInThePickupFolder_AndIsReportedOnce()
    {
        await using var world = await DeliveryWorld.CreateAsync();

        var mail = await world.DeliverAsync("Offer", $"Ann Lee <{Ann}>");
        await world.RunAsync();

        mail.Standing.Should().Be(State.Sent);
        var text = await File.ReadAllTextAsync(Directory.GetFiles(world.PickupFolder).Single(), Stop);
        text.Should().Contain("X-Receiver: \"Ann Lee\" <ann@customer.example>").And.Contain("Subject: Offer")
            .And.Contain($"Message-ID: <{mail.Id:N}@halden.example>");
        var logged = await world.Log.FindAsync(TestStore.RepId, mail.EmailId!.Value, Stop);
        logged!.Recipients.Should().ContainSingle().Which.Reason.Should().Be(EmailReason.LoggingOff);
        var sent = await world.Mails.ListAsync(TestStore.RepId, EmailFolder.Kind.Sent, null, 0, 10, Stop);
        sent.Rows.Should().ContainSingle().Which.Should()
            .Match<EmailFolder.Row>(r => r.Id == mail.Id && r.EmailId == mail.EmailId && r.NotLogged == 1);
    }

    [Fact]
    public async Task Bcc_OfAFolder_IsInItsEnvelopeLines_AndInNoHeaderOfTheMail()
    {
        await using var world = await DeliveryWorld.CreateAsync();
        await world.SetBccAsync("emailtosalesforce@abc.le.salesforce.test");

        (await world.DeliverAsync("Offer", Ann)).HasBcc.Should().BeTrue();

        var lines = await File.ReadAllLinesAsync(Directory.GetFiles(world.PickupFolder).Single(), Stop);
        lines.Where(l => l.Contains("salesforce.test", StringComparison.Ordinal)).Should()
            .Equal("X-Receiver: emailtosalesforce@abc.le.salesforce.test");
    }

    [Fact]
    public async Task Kill_WhileAMailIsHandedOver_LeavesItsFateOpen_AndSendsNothingAgain()
    {
        await using var world = await DeliveryWorld.CreateAsync();
        var mail = await world.SendAsync("Offer", Ann);
        var claimed = await world.Store.Get<IDeliveryStore>().ClaimAsync(TestStore.RepId, TestStore.Start, Stop);

        var next = await world.RunAsync();
        (await world.FindAsync(mail.Id)).Standing.Should().Be(State.Sending, "the try may still be going on");
        next.Should().Be(TestStore.Start + DeliveryLimits.SendingMax);
        world.Store.Time.Advance(DeliveryLimits.SendingMax + TimeSpan.FromSeconds(1));
        await world.RunAsync();

        var open = await world.FindAsync(mail.Id);
        (open.Standing, open.Problem).Should().Be((State.Undelivered, Failure.FateOpen));
        Directory.Exists(world.PickupFolder).Should().BeFalse();

        // the process was not dead but slow: what it saw counts
        await world.Store.Get<IDeliveryStore>().SettleAsync(
            claimed!, Delivered.From(SendOutcome.Taken.Whole, claimed!.Attempt, TestStore.Start), Stop);
        (await world.FindAsync(mail.Id)).Standing.Should().Be(State.Sent);
    }

    [Fact]
    public async Task Kill_BetweenSendingAndReporting_IsReportedByTheNextRun()
    {
        await using var world = await DeliveryWorld.CreateAsync();
        var mail = await world.DeliverAsync("Offer", Ann);
        await using (var db = world.Store.OpenDb())
        {
            db.RemoveRange(db.Set<EmailRow>());
            await db.SaveChangesAsync(Stop);
        }

        (await world.FindAsync(mail.Id)).EmailId.Should().BeNull();
        await world.RunAsync();

        (await world.FindAsync(mail.Id)).EmailId.Should().Be(mail.EmailId);
    }

    [Fact]
    public async Task Mail_ReportedThisMoment_IsOneRowOfTheFolder()
    {
        await using var world = await DeliveryWorld.CreateAsync();
        await world.SendAsync("Offer", Ann);
        var store = world.Store.Get<IDeliveryStore>();
        var claimed = await store.ClaimAsync(TestStore.RepId, TestStore.Start, Stop);
        await store.SettleAsync(claimed!, Delivered.From(SendOutcome.Taken.Whole, 1, TestStore.Start), Stop);
        var sent = await store.ListUnreportedAsync(TestStore.RepId, TestStore.Start.AddDays(-1), 10, Stop);

        await world.Log.ReportAsync(TestStore.RepId, sent.Single().Report, Stop);

        (await world.Mails.CountAsync(TestStore.RepId, Stop))[EmailFolder.Kind.Sent].Should().Be(1);
    }

    [Fact]
    public async Task Schedule_OfAMail_SendsItThen_AndNotBefore()
    {
        await using var world = await DeliveryWorld.CreateAsync();
        var draft = await world.SaveAsync(DeliveryWorld.Draft("Offer", Ann));
        var at = TestStore.Start.AddHours(2);
        await world.Mails.ScheduleAsync(TestStore.RepId, draft.Id, at, Stop);

        (await world.RunAsync()).Should().Be(at);
        (await world.FindAsync(draft.Id)).Standing.Should().Be(State.Scheduled);
        world.Store.Time.Advance(TimeSpan.FromHours(2));
        await world.RunAsync();

        (await world.FindAsync(draft.Id)).SentAt.Should().Be(at);
    }

    [Fact]
    public async Task Rate_OfAChannel_LeavesTheRestForTheNextMinute()
    {
        await using var world = await DeliveryWorld.CreateAsync();
        await world.Channels.SaveAsync(
            TestStore.RepId, new(DeliveryChannel.Kind.PickupFolder, "", 0, "", null, 2), Stop);
        for (var n = 0; n < 5; n++) await world.SendAsync($"Offer {n}", Ann);

        var next = await world.RunAsync();
        Directory.GetFiles(world.PickupFolder).Should().HaveCount(2);
        next.Should().Be(TestStore.Start + DeliveryLimits.RateWindow);
        world.Store.Time.Advance(DeliveryLimits.RateWindow);
        await world.RunAsync();

        Directory.GetFiles(world.PickupFolder).Should().HaveCount(4);
    }

    [Fact]
    public async Task File_ThatIsGone_KeepsTheMailHere_AndSaysWhich()
    {
        await using var world = await DeliveryWorld.CreateAsync();
        var draft = await world.SaveAsync(DeliveryWorld.Draft("Offer", Ann));
        var attached = DeliveryWorld.Done(await world.Mails.AttachAsync(
            TestStore.RepId, draft.Id, "offer.pdf", new MemoryStream([1]), Stop));
        world.Store.Get<EmailFiles>().Delete([attached.Attachments.Single().Id]);
        await world.Mails.SendAsync(TestStore.RepId, draft.Id, Stop);

        await world.RunAsync();

        var mail = await world.FindAsync(draft.Id);
        (mail.Standing, mail.Problem, mail.Answer).Should()
            .Be((State.Undelivered, Failure.AttachmentLost, "offer.pdf"));
    }

    [Fact]
    public async Task Purge_OfADeletedMail_ComesAfterThirtyDays_WithItsFiles()
    {
        await using var world = await DeliveryWorld.CreateAsync();
        var draft = await world.SaveAsync(DeliveryWorld.Draft("Offer", Ann));
        var attached = DeliveryWorld.Done(await world.Mails.AttachAsync(
            TestStore.RepId, draft.Id, "offer.pdf", new MemoryStream([1]), Stop));
        await world.Mails.DeleteAsync(TestStore.RepId, draft.Id, Stop);

        world.Store.Time.Advance(IOutgoingEmails.DeletedKept);
        await world.RunAsync();
        (await world.Mails.FindAsync(TestStore.RepId, draft.Id, Stop)).Should().NotBeNull();
        world.Store.Time.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync();

        (await world.Mails.FindAsync(TestStore.RepId, draft.Id, Stop)).Should().BeNull();
        world.Store.Get<EmailFiles>().TryOpen(attached.Attachments.Single().Id).Should().BeNull();
    }

    [Theory]
    [InlineData("\"quoted name\"@customer.example")]
    [InlineData("ann+news@customer.example")]
    [InlineData("ann@münchen.example")]
    [InlineData("Łukasz \"L\" Öz, Dr. <ann@customer.example>")]
    [InlineData("用户@customer.example")]
    public async Task Address_ThatIsOdd_ReachesItsMailbox(string typed)
    {
        await using var world = await DeliveryWorld.CreateAsync();

        var mail = await world.DeliverAsync("Offer", typed);

        mail.Standing.Should().Be(State.Sent, mail.Answer);
        var text = await File.ReadAllTextAsync(Directory.GetFiles(world.PickupFolder).Single(), Stop);
        text.Split('\n').Where(l => l.StartsWith("To:", StringComparison.Ordinal)).Should().ContainSingle();
        (await world.Log.FindAsync(TestStore.RepId, mail.EmailId!.Value, Stop))!.Recipients.Should().ContainSingle();
    }
}
