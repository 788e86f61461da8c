using System.Net;

namespace SalesInsight.Tests.Sandbox.Faults.Lab;

public sealed class LabControlTests
{
    [Fact]
    public async Task Lab_OverHttp_SwitchesOnLetsHappenAndSwitchesAllOff()
    {
        await using var caller = await RestCaller.StartAsync();

        await caller.SendAsync("POST", "/_sandbox/lab/clockSkew", new { amount = -5 });
        await caller.SendAsync("POST", "/_sandbox/lab/dailyLimit", new { });
        await caller.SendAsync("POST", "/_sandbox/lab/htmlBody/once");
        var listed = (await caller.SendAsync("GET", "/_sandbox/lab")).Text;
        await caller.SendAsync("DELETE", "/_sandbox/lab");

        listed.Should().Contain("""{"fault":"clockSkew","isOn":true,"isWaiting":false,"amount":-5,"unit":"Minutes",""")
            .And.Contain("""{"fault":"dailyLimit","isOn":true""")
            .And.Contain("""{"fault":"htmlBody","isOn":false,"isWaiting":true""");
        caller.Server.Lab.Levers.Should().OnlyContain(lever => !lever.IsOn && !lever.IsWaiting);
    }

    [Theory]
    [InlineData("POST", "/_sandbox/lab/nobody")]
    [InlineData("POST", "/_sandbox/lab/sessionExpired")]
    [InlineData("POST", "/_sandbox/lab/latency/once")]
    public async Task Lab_WhatItCannotDo_IsABadRequest(string method, string path)
    {
        await using var caller = await RestCaller.StartAsync();

        (await caller.SendAsync(method, path, new { })).Status.Should().Be(HttpStatusCode.BadRequest);
    }
}
