using SalesInsight.Sync.EmailDelivery.Channels;
using static SalesInsight.Sync.EmailDelivery.Channels.DeliveryChannel;

namespace SalesInsight.Tests.Sync.EmailDelivery;

public sealed class ChannelReadingTests
{
    private static readonly SmtpHosts Anywhere = new([], []);
    private static readonly ChannelAccess Folder = new(Kind.PickupFolder, "", 0, "", null, 30);
    private static readonly Edit Good = new(Kind.Smtp, "smtp.halden.example", 587, "mara", "secret", 30);
    private static readonly ChannelAccess Kept = new(Kind.Smtp, "smtp.halden.example", 587, "mara", "secret", 30);

    public static TheoryData<string, Edit, Fault> Wrong => new()
    {
        { "no host", Good with { Host = " " }, Fault.HostMalformed },
        { "no host name", Good with { Host = "a b" }, Fault.HostMalformed },
        { "an address of the web", Good with { Host = "https://smtp.halden.example" }, Fault.HostMalformed },
        { "this machine", Good with { Host = "localhost" }, Fault.HostNotAllowed },
        { "this machine by number", Good with { Host = "127.0.0.1" }, Fault.HostNotAllowed },
        { "this machine, IPv6", Good with { Host = "[::ffff:127.0.0.1]" }, Fault.HostNotAllowed },
        { "a cloud's metadata", Good with { Host = "169.254.169.254" }, Fault.HostNotAllowed },
        { "no port of mail", Good with { Port = 6379 }, Fault.HostNotAllowed },
        { "no port", Good with { Port = 0 }, Fault.PortOutOfRange },
        { "TLS from the first word", Good with { Port = 465 }, Fault.PortSpeaksTlsOnly },
        { "a line break in the name", Good with { UserName = "a\r\nQUIT" }, Fault.UserNameMalformed },
        { "no password", Good with { Password = null }, Fault.PasswordMissing },
        { "an endless password", Good with { Password = new string('p', 501) }, Fault.PasswordTooLong },
        { "no mail per minute", Good with { PerMinuteMax = 0 }, Fault.RateOutOfRange },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Channel_ThatCannotBe_IsRefusedWithItsReason(string row, Edit edit, Fault expected)
    {
        var (channel, faults) = ChannelReading.Read(edit, Folder, Anywhere);

        channel.Should().BeNull(row);
        faults.Should().Equal(expected);
    }

    [Fact]
    public void Password_LeftOut_IsTheKeptOne_OnlyForTheSameServerAndName()
    {
        ChannelReading.Read(Good with { Password = null }, Kept, Anywhere).Channel!.Password.Should().Be("secret");
        foreach (var other in new[]
        {
            Good with { Password = null, Host = "smtp.elsewhere.example" },
            Good with { Password = "", UserName = "jonas" },
            Good with { Password = null, Port = 25 },
        })
            ChannelReading.Read(other, Kept, Anywhere).Faults.Should().Equal(Fault.PasswordMissing);
    }

    [Fact]
    public void Hosts_AnOperatorNamed_AreTheOnlyOnes_OnAnyPort()
    {
        var hosts = new SmtpHosts(["relay.halden.example", "localhost"], ["localhost"]);

        hosts.Allows("Relay.halden.example", 2600).Should().BeTrue();
        hosts.Allows("smtp.halden.example", 587).Should().BeFalse();
        (hosts.MayBePlain("localhost"), hosts.MayBePlain("relay.halden.example")).Should().Be((true, false));
    }
}
