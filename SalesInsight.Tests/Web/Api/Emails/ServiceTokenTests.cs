using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Storage.Tokens;

namespace SalesInsight.Tests.Web.Api.Emails;

/// <summary>A program that reports for everybody, and what it still may not.</summary>
public sealed class ServiceTokenTests(ApiUnderTest web) : IClassFixture<ApiUnderTest>
{
    private const string Ines = "ines.duarte@halden.example";
    private const ApiScopes Service = ApiScopes.EmailsReport | ApiScopes.EmailsForOthers;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IApiTokens Tokens => web.Services.GetRequiredService<IApiTokens>();

    [Fact]
    public async Task ServiceToken_ReportsForASender_WhoThenFindsIt()
    {
        var service = await web.CallerAsync(Ines, Service);

        var made = await service.PostAsync("emails", Mail("s1", ApiUnderTest.Jonas));

        made.Status.Should().Be(HttpStatusCode.Created);
        var id = made.Id;
        var jonas = await web.CallerAsync(ApiUnderTest.Jonas);
        (await jonas.GetAsync($"emails/{id}")).Status.Should().Be(HttpStatusCode.OK);
        (await service.GetAsync($"emails/{id}")).Status.Should().Be(HttpStatusCode.OK);
        const string opened = """{ "event": "opened", "address": "ann@customer.example" }""";
        (await service.PostAsync($"emails/{id}/events", opened))
            .Status.Should().Be(HttpStatusCode.OK);
        (await (await web.CallerAsync()).GetAsync($"emails/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ServiceToken_ForAnAddressNobodyHas_IsRefused()
    {
        var service = await web.CallerAsync(Ines, Service);

        var reply = await service.PostAsync("emails", Mail("s2", "stranger@elsewhere.example"));

        reply.Code.Should().Be("sender-unknown");
    }

    [Fact]
    public async Task ServiceToken_AskedForTasks_IsRefused()
    {
        var service = await web.CallerAsync(Ines, Service);

        (await service.GetAsync("tasks")).Code.Should().Be("scope-missing");
    }

    [Fact]
    public async Task ServiceToken_OfARep_IsNotMade()
    {
        var mara = await web.FindAsync(ApiUnderTest.Mara);

        (await Tokens.IssueAsync(mara.Id, "Mine", Service, TimeSpan.FromDays(1), Stop)).Should().BeNull();
    }

    [Fact]
    public async Task ServiceTokens_AreListedAndRevoked_ByAdminsAlone()
    {
        var ines = await web.FindAsync(Ines);
        var made = await Tokens.IssueAsync(ines.Id, "Gateway", Service, TimeSpan.FromDays(1), Stop);
        var (token, text) = made!.Value;
        var (rep, admin) = (new Actor(ines.Id, IsAdmin: false), new Actor(ines.Id, IsAdmin: true));

        (await Tokens.ListServiceAsync(rep, Stop)).Should().BeEmpty();
        (await Tokens.RevokeServiceAsync(rep, token.Id, Stop)).Should().BeFalse();
        (await Tokens.ListAsync(ines.Id, Stop)).Should().NotContain(t => t.Id == token.Id);
        (await Tokens.ListServiceAsync(admin, Stop)).Should().Contain(t => t.Id == token.Id);
        (await Tokens.RevokeServiceAsync(admin, token.Id, Stop)).Should().BeTrue();
        (await Tokens.FindAsync(text, Stop)).Should().BeNull();
    }

    private static string Mail(string id, string from) => $$"""
        {
          "messageId": "<{{id}}@halden.example>", "from": "{{from}}", "to": ["ann@customer.example"],
          "subject": "Offer"
        }
        """;
}
