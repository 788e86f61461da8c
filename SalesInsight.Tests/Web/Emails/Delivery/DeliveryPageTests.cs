using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Emails;
using SalesInsight.Web.Emails.Delivery;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.Emails.Delivery;

public sealed class DeliveryPageTests : ComponentTest
{
    private readonly FakeChannels _channels = new();

    public DeliveryPageTests()
    {
        Services.AddSingleton<IDeliveryChannels>(_channels);
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(TestStore.RepId));
        Services.AddScoped<Toasts>().AddScoped<CurrentPerson>().AddScoped<OutgoingWords>();
    }

    [Fact]
    public void Page_OfANewcomer_ShowsTheFolderAndNoServer()
    {
        var page = Render<DeliveryPage>();

        page.FindAll("input[type=radio]").Select(radio => radio.HasAttribute("checked")).Should().Equal(true, false);
        page.FindAll("#host").Should().BeEmpty();
    }

    [Fact]
    public void Password_ThatIsKept_IsNotOnThePage()
    {
        _channels.Kept = new(DeliveryChannel.Kind.Smtp, "smtp.halden.example", 587, "mara", HasPassword: true, 30);

        var page = Render<DeliveryPage>();

        page.Find("#password").GetAttribute("value").Should().BeNullOrEmpty();
        page.Find("#password").GetAttribute("placeholder").Should().Be("Saved");
    }

    [Fact]
    public void Save_OfWhatIsTyped_SendsIt_AndSaysWhatIsWrong()
    {
        _channels.Answer = new([DeliveryChannel.Fault.PortSpeaksTlsOnly, DeliveryChannel.Fault.PasswordMissing]);
        var page = Render<DeliveryPage>();
        page.FindAll("input[type=radio]")[1].Change(true);
        page.Find("#host").Change("smtp.halden.example");
        page.Find("#port").Change("465");
        page.Find("#rate").Change("many");

        page.Find("form").Submit();

        _channels.Asked.Should().Be(
            new DeliveryChannel.Edit(DeliveryChannel.Kind.Smtp, "smtp.halden.example", 465, "", null, 0));
        page.Find("#port-problem").TextContent.Should().Contain("Port 465 is not supported.");
        page.Find("#password-problem").TextContent.Should().Contain("Enter the password");
        page.Find("#host").GetAttribute("value").Should().Be("smtp.halden.example", "nothing typed is lost");
    }

    [Fact]
    public void Test_ThatFails_SaysWhyInTheServersWords_AsText()
    {
        _channels.Answer = new([], Problem: OutgoingEmail.Failure.SignInRefused, Answer: "<b>535</b> no");
        var page = Render<DeliveryPage>();

        page.FindAll("button").Single(b => b.TextContent.Contains("Send a test email")).Click();

        var banner = page.Find("[role=alert].banner");
        banner.TextContent.Should().Contain("did not accept user name and password").And.Contain("<b>535</b> no");
        banner.QuerySelector("b").Should().BeNull();
    }
}
