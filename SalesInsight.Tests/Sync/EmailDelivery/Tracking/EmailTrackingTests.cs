using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Tracking;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailDelivery.Tracking;

/// <summary>From a mail that is marked on its way out to what is known of its opens and clicks.</summary>
public partial class EmailTrackingTests
{
    private const string Ann = "ann@customer.example", Bob = "bob@customer.example";

    private const string Target = "https://halden.example/offer?a=1&b=2";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_TrackingOff_CarriesNeitherPictureNorMark()
    {
        await using var world = await CreateAsync(isOn: false);

        var html = await SendAsync(world, Ann);

        html.Should().NotContain("<img").And.NotContain("/t/").And.Contain("https://halden.example/offer");
    }

    [Fact]
    public async Task Mail_WithoutAPublicAddress_CarriesNoMark()
    {
        await using var world = await DeliveryWorld.CreateAsync();
        await TurnAsync(world, true);

        (await SendAsync(world, Ann)).Should().NotContain("<img");
        world.Store.Get<IEmailTracking>().IsAvailable.Should().BeFalse();
    }

    [Fact]
    public async Task Mail_ToAMailingList_CarriesNoMark()
    {
        await using var world = await CreateAsync();

        var html = await SendAsync(
            world, [.. Enumerable.Range(0, TrackingBody.RecipientsMax + 1).Select(i => $"p{i}@customer.example")]);

        html.Should().NotContain("<img");
    }

    [Fact]
    public async Task Open_OfAMail_IsCountedOnceAMinuteForEachItWasSentTo()
    {
        await using var world = await CreateAsync();
        var html = await SendAsync(world, Ann, Bob);
        var picture = PictureOf(html);

        await CountAsync(world, picture);
        await CountAsync(world, picture);
        world.Store.Time.Advance(TimeSpan.FromMinutes(1));
        await CountAsync(world, picture);

        (await RecipientsAsync(world)).Select(r => (r.Address, r.Opened, r.Clicked)).Should()
            .BeEquivalentTo(new[] { (Ann, 2, 0), (Bob, 2, 0) });
    }

    [Fact]
    public async Task Click_OnALink_LeadsToItsTargetAndIsCounted()
    {
        await using var world = await CreateAsync();
        var link = LinkOf(await SendAsync(world, Ann));

        world.Store.Get<IEmailTracking>().TargetOf(link).Should().Be(new Uri(Target));
        await CountAsync(world, link);

        (await RecipientsAsync(world)).Single().Clicked.Should().Be(1);
    }

    [Fact]
    public async Task Own_OpensAndCopies_DoNotCount()
    {
        await using var world = await CreateAsync();
        var picture = PictureOf(await SendAsync(world, Ann, DeliveryWorld.Mara));

        await CountAsync(world, picture, TestStore.RepId);
        (await RecipientsAsync(world)).Should().OnlyContain(r => r.Opened == 0);
        await CountAsync(world, picture, TestStore.AdminId);

        (await RecipientsAsync(world)).Select(r => (r.Address, r.Opened)).Should()
            .BeEquivalentTo(new[] { (Ann, 1), (DeliveryWorld.Mara, 0) });
    }

    [Fact]
    public async Task Count_TurnedOffSince_CountsNothingAndStillLeadsOn()
    {
        await using var world = await CreateAsync();
        var link = LinkOf(await SendAsync(world, Ann));
        await TurnAsync(world, false);

        await CountAsync(world, link);

        (await RecipientsAsync(world)).Single().Clicked.Should().Be(0);
        world.Store.Get<IEmailTracking>().TargetOf(link).Should().NotBeNull();
    }

    [Fact]
    public async Task Mark_ChangedOrForeign_IsNone()
    {
        await using var world = await CreateAsync();
        var link = LinkOf(await SendAsync(world, Ann));
        var tracking = world.Store.Get<IEmailTracking>();
        var foreign = new TrackingMarks(new EphemeralDataProtectionProvider())
            .Write(new TrackingMark.Link(TestStore.RepId, Guid.Empty, new Uri("https://evil.example")));
        var other = world.Store.Get<IDataProtectionProvider>().CreateProtector("SalesInsight.SalesforceTokens.v1")
            .Protect("https://evil.example");

        var middle = link.Length / 2;
        var changed = link[..middle] + (link[middle] == 'A' ? 'B' : 'A') + link[(middle + 1)..];
        foreach (var mark in new[] { changed, foreign, other, "", "%", "https://evil.example", new string('A', 9_000) })
        {
            tracking.TargetOf(mark).Should().BeNull();
            await CountAsync(world, mark);
        }

        (await RecipientsAsync(world)).Single().Clicked.Should().Be(0);
    }

    [Fact]
    public async Task Mark_InAMail_TellsItsReaderNothing()
    {
        await using var world = await CreateAsync();
        var html = await SendAsync(world, Ann);

        foreach (var mark in new[] { LinkOf(html), PictureOf(html) })
        {
            var bytes = Convert.FromBase64String(mark.Replace('-', '+').Replace('_', '/')
                .PadRight((mark.Length + 3) / 4 * 4, '='));
            Encoding.UTF8.GetString(bytes).Should().NotContain("halden").And.NotContain("customer");
            Convert.ToHexString(bytes).Should().NotContain(Convert.ToHexString(TestStore.RepId.ToByteArray()));
        }
    }

    private static async Task<DeliveryWorld> CreateAsync(bool isOn = true)
    {
        var world = await DeliveryWorld.CreateAsync(("PublicUrl", "https://si.example/base"));
        await TurnAsync(world, isOn);
        return world;
    }

    private static Task TurnAsync(DeliveryWorld world, bool isOn) => world.Store.Settings.SaveAsync(
        TestStore.RepId, new SettingsEdit().Set(SettingKeys.EmailTracking, isOn), TestStore.Rep, Stop);

    /// <summary>The formatted text as it left.</summary>
    private static async Task<string> SendAsync(DeliveryWorld world, params string[] to)
    {
        await world.SendAsync(DeliveryWorld.Draft("The offer", to) with
        {
            Html = $"<p>See <a href=\"{Target.Replace("&", "&amp;")}\">our offer</a></p>",
        });
        await world.RunAsync();
        var file = Directory.GetFiles(world.PickupFolder, "*.eml", SearchOption.AllDirectories)
            .Should().ContainSingle().Subject;
        var mail = EmailInput.FromMime(await File.ReadAllBytesAsync(file, Stop))!;
        mail.Text.Should().NotContain("/t/");
        return mail.Html!;
    }

    private static Task CountAsync(DeliveryWorld world, string mark, Guid? viewer = null) =>
        world.Store.Get<IEmailTracking>().CountAsync(mark, viewer, Stop);

    private static async Task<IReadOnlyList<EmailView.Recipient>> RecipientsAsync(DeliveryWorld world)
    {
        var sent = await world.Mails.ListAsync(TestStore.RepId, EmailFolder.Kind.Sent, null, 0, 1, Stop);
        return (await world.Log.FindAsync(TestStore.RepId, sent.Rows.Single().EmailId!.Value, Stop))!.Recipients;
    }

    private static string PictureOf(string html) => Picture().Match(html).Groups[1].Value;

    private static string LinkOf(string html) => Link().Match(html).Groups[1].Value;

    [GeneratedRegex("src=\"https://si\\.example/base/t/o/([\\w-]+)\"")]
    private static partial Regex Picture();

    [GeneratedRegex("href=\"https://si\\.example/base/t/c/([\\w-]+)\"")]
    private static partial Regex Link();
}
