using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SalesInsight.Web.Demo;

namespace SalesInsight.Tests.Web.Demo;

public sealed class DemoSwitchTests
{
    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5080", true)]
    [InlineData("http://localhost:5080;http://0.0.0.0:80", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://192.168.1.20:5080", false)]
    public void IsOn_Development_NeedsEveryAddressToBeLoopback(string urls, bool expected) =>
        DemoSwitch.IsOn(Configuration(("urls", urls)), isDevelopment: true).Should().Be(expected);

    [Theory]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:5080")]
    public void IsOn_BoundElsewhere_IsSeenToo(string key, string value) =>
        DemoSwitch.IsOn(Configuration((key, value)), isDevelopment: true).Should().BeFalse();

    [Fact]
    public void IsOn_Production_IsOff() =>
        DemoSwitch.IsOn(Configuration(("urls", "http://localhost:5080")), isDevelopment: false).Should().BeFalse();

    [Theory]
    [InlineData("true", false, true)]
    [InlineData("false", true, false)]
    public void IsOn_Asked_BeatsTheEnvironment(string asked, bool isDevelopment, bool expected) =>
        DemoSwitch.IsOn(Configuration(("urls", "http://localhost:5080"), ("Demo:Enabled", asked)), isDevelopment)
            .Should().Be(expected);

    [Fact]
    public void IsOn_AskedForOnAnOpenAddress_RefusesToStart()
    {
        var start = () => DemoSwitch.IsOn(
            Configuration(("urls", "http://0.0.0.0:5080"), ("Demo:Enabled", "true")), isDevelopment: false);

        start.Should().Throw<OptionsValidationException>().WithMessage("*loopback*");
    }

    private static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, value.Value)))
            .Build();
}
