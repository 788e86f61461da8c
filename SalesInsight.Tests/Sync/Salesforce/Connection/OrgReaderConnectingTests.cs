using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Tests.Sandbox.Screen;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Salesforce.Connection;

/// <summary>Connecting a user that reads for all, by the consent page and back.</summary>
public class OrgReaderConnectingTests
{
    private const string Browser = "cookie-1";

    private const string Boss = "admin@sandbox.test";

    private static readonly Actor Admin = new(SequentialIds.Of(0xAD), IsAdmin: true);

    private static readonly Actor Rep = new(SequentialIds.Of(0xE0), IsAdmin: false);

    private static readonly Uri Callback = new("http://localhost:5080/salesforce/callback");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Complete_WithViewAllData_IsAReaderAndNobodysOwnConnection()
    {
        await using var side = await SalesforceSide.StartAsync();

        var completed = await ConnectReaderAsync(side, Admin, Boss);

        var reader = (await side.Store.FindReaderAsync(side.Org.Id, Stop))!;
        completed.Should().Be(new CompleteConnection.ReaderConnected(reader.Id));
        (reader.Status, reader.IsCurrent).Should().Be((ConnectionStatus.Connected, false));
        (await side.Connections.GetAsync(Admin.UserId, Stop)).Should().Be(ConnectionView.None);
    }

    [Fact]
    public async Task Complete_WithoutViewAllData_IsRefusedAndLeavesNoGrant()
    {
        await using var side = await SalesforceSide.StartAsync();

        (await ConnectReaderAsync(side, Admin, SalesforceSide.Mara)).Should().Be(
            new CompleteConnection.Refused(ConnectionProblem.SeesTooLittle) { IsOfReader = true });

        (await side.Store.ListReadersAsync(Stop)).Should().BeEmpty();
        side.Org.Sessions.Expire(side.As().UserId).Should().Be(0, "the grant was revoked");
    }

    [Fact]
    public async Task Complete_BySomebodyWhoIsNoAdminAnyMore_IsRefused()
    {
        await using var side = await SalesforceSide.StartAsync();

        var completed = await ConnectReaderAsync(side, Admin, Boss, completedBy: Admin with { IsAdmin = false });

        completed.Should().Be(new CompleteConnection.Refused(ConnectionProblem.SignInExpired));
    }

    [Fact]
    public async Task Complete_AgainAsAnotherUser_ReplacesTheReaderAndRevokesItsGrant()
    {
        await using var side = await SalesforceSide.StartAsync();
        await ConnectReaderAsync(side, Admin, Boss);
        var before = (await side.Store.FindReaderAsync(side.Org.Id, Stop))!;
        side.Org.Users.Change(side.As().UserId, u => u with { CanViewAllData = true });

        await ConnectReaderAsync(side, Admin, SalesforceSide.Mara);

        var reader = (await side.Store.ListReadersAsync(Stop)).Should().ContainSingle().Subject;
        reader.SalesforceUserId.Should().Be(side.As().UserId).And.NotBe(before.SalesforceUserId);
        var open = async () => await side.Gateway.OpenAsync(before.Id, Stop);
        (await open.Should().ThrowAsync<SalesforceFaultException>()).Which.Fault.Code.Should()
            .Be(FaultCode.GrantRevoked);
    }

    [Fact]
    public async Task Start_ByARep_IsNotAllowed()
    {
        await using var side = await SalesforceSide.StartAsync();
        var readers = new OrgReaders(side.Store, side.Connector, null!, TimeProvider.System);

        var acts = new Func<Task>[]
        {
            () => readers.StartAsync(Rep, Browser, LoginOf(side), Callback, Stop),
            () => readers.ListAsync(Rep, Stop),
            () => readers.DisconnectAsync(Rep, Guid.Empty, Stop),
        };

        foreach (var act in acts) await act.Should().ThrowAsync<UnauthorizedAccessException>();
    }

    [Fact]
    public async Task Complete_RepWithTheReadersPair_IsToldWhy()
    {
        await using var side = await SalesforceSide.StartAsync();
        await ConnectReaderAsync(side, Admin, Boss);

        (await CompleteAsync(side, Rep, Boss, await StartOwnAsync(side, Rep))).Should()
            .Be(new CompleteConnection.Refused(ConnectionProblem.ReadsForAll));
    }

    private static async Task<CompleteConnection> ConnectReaderAsync(
        SalesforceSide side, Actor admin, string username, Actor? completedBy = null)
    {
        var readers = new OrgReaders(side.Store, side.Connector, null!, TimeProvider.System);
        var started = await readers.StartAsync(admin, Browser, LoginOf(side), Callback, Stop);
        return await CompleteAsync(side, completedBy ?? admin, username, started);
    }

    private static Task<StartConnection> StartOwnAsync(SalesforceSide side, Actor person) =>
        side.Connections.StartAsync(person.UserId, Browser, LoginOf(side), Callback, Stop);

    private static async Task<CompleteConnection> CompleteAsync(
        SalesforceSide side, Actor person, string username, StartConnection started)
    {
        using var browser = await SandboxBrowser.LoggedInAsync(side.Server, username);
        var consent = await browser.VisitAsync(((StartConnection.Redirect)started).Authorize.PathAndQuery);
        await browser.SubmitAsync(consent.QuerySelector<IHtmlFormElement>("form.pair")!, ("decision", "allow"));
        var answer = QueryHelpers.ParseQuery(new Uri(browser.Location!).Query)
            .ToDictionary(q => q.Key, q => q.Value.ToString());
        return await side.Connections.CompleteAsync(person, Browser, answer, Stop);
    }

    private static string LoginOf(SalesforceSide side) => side.Server.Url.GetLeftPart(UriPartial.Authority);
}
