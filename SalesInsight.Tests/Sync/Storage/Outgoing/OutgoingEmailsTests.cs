using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;
using static SalesInsight.Sync.EmailDelivery.OutgoingResult;

namespace SalesInsight.Tests.Sync.Storage.Outgoing;

public sealed class OutgoingEmailsTests
{
    private static readonly OutgoingDraft Offer = new()
    {
        To = ["Ann Lee <ann@customer.example>"],
        Cc = ["bob@customer.example"],
        Subject = "Your offer",
        Html = "<p>Hi</p>",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draft_SavedThenChanged_IsKeptAsTyped()
    {
        await using var store = await TestStore.CreateAsync();
        var saved = await SaveAsync(store, Offer with { To = ["ann@", "  half typed"] });

        var changed = Done(await Mails(store).SaveDraftAsync(
            TestStore.RepId, saved.Id, saved.Version, saved.Draft with { Subject = "Later" }, Stop));

        changed.Standing.Should().Be(State.Draft);
        changed.Draft.To.Should().Equal("ann@", "  half typed");
        changed.Draft.Subject.Should().Be("Later");
    }

    [Fact]
    public async Task Draft_SavedFromAnOlderVersion_IsLeftAsItStands()
    {
        await using var store = await TestStore.CreateAsync();
        var first = await SaveAsync(store, Offer);
        await Mails(store).SaveDraftAsync(TestStore.RepId, first.Id, first.Version, Offer, Stop);

        var late = await Mails(store).SaveDraftAsync(
            TestStore.RepId, first.Id, first.Version, Offer with { Subject = "Other window" }, Stop);

        late.Should().BeOfType<Stale>().Which.Email.Draft.Subject.Should().Be("Your offer");
    }

    [Fact]
    public async Task Draft_WithScripts_IsKeptWithoutThem()
    {
        await using var store = await TestStore.CreateAsync();

        var saved = await SaveAsync(store, Offer with { Html = "<p onclick='x()'>Hi<script>x()</script></p>" });

        saved.Draft.Html.Should().Be("<p>Hi</p>");
    }

    public static TheoryData<string, OutgoingDraft, ProblemCode> Unkeepable => new()
    {
        { "2 MB subject", Offer with { Subject = new string('s', 2_000_000) }, ProblemCode.SubjectTooLong },
        { "a header in the subject", Offer with { Subject = "a\r\nBcc: x@y.example" }, ProblemCode.HeaderLineBreak },
        { "a header in To", Offer with { To = ["a@b.example\r\nBcc: x@y.example"] }, ProblemCode.HeaderLineBreak },
        {
            "10,000 recipients",
            Offer with { To = [.. Enumerable.Range(0, 10_000).Select(n => $"a{n}@b.example")] },
            ProblemCode.TooManyRecipients
        },
        { "an endless text", Offer with { Html = new string('h', 1_000_001) }, ProblemCode.TextTooLong },
    };

    [Theory]
    [MemberData(nameof(Unkeepable))]
    public async Task Draft_BeyondMeasure_IsRefusedWithItsReason(string row, OutgoingDraft draft, ProblemCode expected)
    {
        await using var store = await TestStore.CreateAsync();

        var result = await Mails(store).SaveDraftAsync(TestStore.RepId, null, 0, draft, Stop);

        result.Should().BeOfType<Refused>(row).Which.Problems.Should().ContainSingle().Which.Code.Should().Be(expected);
        (await CountAsync(store))[EmailFolder.Kind.Drafts].Should().Be(0);
    }

    [Fact]
    public async Task Send_OfADraftWithFaults_NamesThemAll_AndKeepsTheDraft()
    {
        await using var store = await TestStore.CreateAsync();
        var draft = await SaveAsync(store, Offer with { To = ["ann", "x@y"], Cc = ["fine@b.example"] });

        var result = await Mails(store).SendAsync(TestStore.RepId, draft.Id, Stop);

        result.Should().BeOfType<Refused>().Which.Problems.Should().Equal(
            new Problem("To", ProblemCode.NotAnAddress, "ann"), new Problem("To", ProblemCode.NotAnAddress, "x@y"));
        (await FindAsync(store, draft.Id)).Standing.Should().Be(State.Draft);
    }

    [Fact]
    public async Task Send_ThenTakenBack_IsADraftAgain()
    {
        await using var store = await TestStore.CreateAsync();
        var draft = await SaveAsync(store, Offer);
        Done(await Mails(store).SendAsync(TestStore.RepId, draft.Id, Stop)).Standing.Should().Be(State.Waiting);
        (await CountAsync(store))[EmailFolder.Kind.Pending].Should().Be(1);

        var back = Done(await Mails(store).TakeBackAsync(TestStore.RepId, draft.Id, Stop));

        back.Standing.Should().Be(State.Draft);
        (await CountAsync(store))[EmailFolder.Kind.Pending].Should().Be(0);
    }

    [Fact]
    public async Task Schedule_InThePastOrFarAhead_IsRefused()
    {
        await using var store = await TestStore.CreateAsync();
        var draft = await SaveAsync(store, Offer);

        foreach (var at in new[] { TestStore.Start.AddHours(-1), TestStore.Start.AddDays(400) })
            (await Mails(store).ScheduleAsync(TestStore.RepId, draft.Id, at, Stop)).Should().BeOfType<Refused>();
        Done(await Mails(store).ScheduleAsync(TestStore.RepId, draft.Id, TestStore.Start.AddDays(1), Stop))
            .ScheduledAt.Should().Be(TestStore.Start.AddDays(1));
    }

    [Fact]
    public async Task Commands_OnAMailBeingSent_ComeTooLate()
    {
        await using var store = await TestStore.CreateAsync();
        var mail = await SaveAsync(store, Offer);
        await SetAsync(store, mail.Id, row => row.State = State.Sending);
        var mails = Mails(store);

        (await mails.TakeBackAsync(TestStore.RepId, mail.Id, Stop)).Should().BeOfType<TooLate>();
        (await mails.SendAsync(TestStore.RepId, mail.Id, Stop)).Should().BeOfType<TooLate>();
        (await mails.DeleteAsync(TestStore.RepId, mail.Id, Stop)).Should().BeFalse();
        (await mails.ArchiveAsync(TestStore.RepId, mail.Id, Stop)).Should().BeFalse();
    }

    [Fact]
    public async Task Commands_OfSomebodyElse_FindNothing()
    {
        await using var store = await TestStore.CreateAsync();
        var mail = await SaveAsync(store, Offer);
        var (mails, other) = (Mails(store), TestStore.AdminId);

        (await mails.SendAsync(other, mail.Id, Stop)).Should().BeOfType<Unknown>();
        (await mails.SaveDraftAsync(other, mail.Id, mail.Version, Offer, Stop)).Should().BeOfType<Unknown>();
        (await mails.AttachAsync(other, mail.Id, "a.txt", new MemoryStream(), Stop)).Should().BeOfType<Unknown>();
        (await mails.DeleteAsync(other, mail.Id, Stop)).Should().BeFalse();
        (await mails.FindAsync(other, mail.Id, Stop)).Should().BeNull();
        (await mails.CountAsync(other, Stop)).Values.Should().AllSatisfy(count => count.Should().Be(0));
    }

    [Fact]
    public async Task Filing_OfAMail_MovesItBetweenFoldersAndBack()
    {
        await using var store = await TestStore.CreateAsync();
        var mail = await SaveAsync(store, Offer);
        await SetAsync(store, mail.Id, row => row.State = State.Undelivered);

        await Mails(store).ArchiveAsync(TestStore.RepId, mail.Id, Stop);
        await ExpectOnlyAsync(store, EmailFolder.Kind.Archived);
        await Mails(store).DeleteAsync(TestStore.RepId, mail.Id, Stop);
        await ExpectOnlyAsync(store, EmailFolder.Kind.Deleted);
        await Mails(store).RestoreAsync(TestStore.RepId, mail.Id, Stop);
        await ExpectOnlyAsync(store, EmailFolder.Kind.Undelivered);
    }

    [Fact]
    public async Task Delete_OfAWaitingMail_KeepsItFromGoingOut()
    {
        await using var store = await TestStore.CreateAsync();
        var mail = await SaveAsync(store, Offer);
        await Mails(store).SendAsync(TestStore.RepId, mail.Id, Stop);

        await Mails(store).DeleteAsync(TestStore.RepId, mail.Id, Stop);

        (await FindAsync(store, mail.Id)).Standing.Should().Be(State.Draft);
    }

    [Fact]
    public async Task SentFolder_HoldsReportedMailsToo_WithWhatBecameOfThem()
    {
        await using var store = await TestStore.CreateAsync();
        var mail = await SaveAsync(store, Offer);
        await SetAsync(store, mail.Id, row => (row.State, row.SentAt) = (State.Sent, TestStore.Start));
        await store.Get<IEmailLog>().ReportAsync(TestStore.RepId, new EmailInput
        {
            MessageId = "1@crm.example", From = "mara.visser@halden.example", To = ["zoe@customer.example"],
            Subject = "Reported", SentAt = TestStore.Start.AddHours(-1),
        }, Stop);

        var sent = await Mails(store).ListAsync(TestStore.RepId, EmailFolder.Kind.Sent, null, 0, 10, Stop);

        sent.Total.Should().Be(2);
        sent.Rows.Select(r => (r.Subject, r.IsOutgoing, r.NotLogged)).Should()
            .Equal(("Your offer", true, 0), ("Reported", false, 1));
        var reported = sent.Rows[1];
        await Mails(store).ArchiveAsync(TestStore.RepId, reported.Id, Stop);
        (await CountAsync(store))[EmailFolder.Kind.Archived].Should().Be(1);
    }

    [Theory]
    [InlineData("OFFER", 1)]
    [InlineData("ann lee", 1)]
    [InlineData("100%", 0)]
    [InlineData("_", 0)]
    [InlineData(" ", 1)]
    public async Task Search_OfAFolder_FindsPartsOfSubjectsAndAddresses(string typed, int expected)
    {
        await using var store = await TestStore.CreateAsync();
        await SaveAsync(store, Offer);

        (await Mails(store).ListAsync(TestStore.RepId, EmailFolder.Kind.Drafts, typed, 0, 10, Stop)).Total
            .Should().Be(expected);
    }

    [Fact]
    public async Task Attachment_AddedAndRemoved_IsOnDiskInBetween()
    {
        await using var store = await TestStore.CreateAsync();
        var mail = await SaveAsync(store, Offer);

        var with = Done(await AttachAsync(store, mail.Id, @"C:\secret\offer.pdf", "four"));
        var file = with.Attachments.Should().ContainSingle().Which;
        (file.Name, file.Bytes).Should().Be(("offer.pdf", 4L));
        await using (var content = store.Get<EmailFiles>().TryOpen(file.Id)!) content.Length.Should().Be(4);

        Done(await Mails(store).DetachAsync(TestStore.RepId, mail.Id, file.Id, Stop)).Attachments.Should().BeEmpty();
        store.Get<EmailFiles>().TryOpen(file.Id).Should().BeNull();
    }

    [Fact]
    public async Task Attachment_OverTheLimit_IsRefused_AndTheDraftStays()
    {
        await using var store = await TestStore.CreateAsync();
        var mail = await SaveAsync(store, Offer);
        await AttachAsync(store, mail.Id, "first.txt", "four");
        var large = new MemoryStream(new byte[OutgoingLimits.AttachmentBytesMax - 3]);

        var result = await Mails(store).AttachAsync(TestStore.RepId, mail.Id, "large.bin", large, Stop);

        result.Should().BeOfType<Refused>().Which.Problems.Should().Equal(
            new Problem("Attachments", ProblemCode.AttachmentsTooLarge, "large.bin"));
        (await FindAsync(store, mail.Id)).Attachments.Should().ContainSingle();
        Directory.GetFiles(FolderOf(store), "*", SearchOption.AllDirectories).Should().ContainSingle();
    }

    private static string FolderOf(TestStore store) => Path.ChangeExtension(store.Path, null) + "-emails";

    private static IOutgoingEmails Mails(TestStore store) => store.Get<IOutgoingEmails>();

    private static async Task<OutgoingEmail> SaveAsync(TestStore store, OutgoingDraft draft) =>
        Done(await Mails(store).SaveDraftAsync(TestStore.RepId, null, 0, draft, Stop));

    private static Task<OutgoingResult> AttachAsync(TestStore store, Guid id, string name, string content) =>
        Mails(store).AttachAsync(TestStore.RepId, id, name, new MemoryStream(Encoding.UTF8.GetBytes(content)), Stop);

    private static async Task<OutgoingEmail> FindAsync(TestStore store, Guid id) =>
        (await Mails(store).FindAsync(TestStore.RepId, id, Stop))!;

    private static Task<IReadOnlyDictionary<EmailFolder.Kind, int>> CountAsync(TestStore store) =>
        Mails(store).CountAsync(TestStore.RepId, Stop);

    private static async Task ExpectOnlyAsync(TestStore store, EmailFolder.Kind folder)
    {
        foreach (var (kind, count) in await CountAsync(store)) count.Should().Be(kind == folder ? 1 : 0, $"{kind}");
    }

    private static async Task SetAsync(TestStore store, Guid id, Action<OutgoingEmailRow> change)
    {
        await using var db = store.OpenDb();
        change(await db.Set<OutgoingEmailRow>().SingleAsync(o => o.OutgoingId == id, Stop));
        await db.SaveChangesAsync(Stop);
    }

    private static OutgoingEmail Done(OutgoingResult result) => result.Should().BeOfType<Done>().Which.Email;
}
