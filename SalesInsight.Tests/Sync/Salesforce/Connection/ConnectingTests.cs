using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Tests.Sandbox.Screen;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Salesforce.Connection;

public class ConnectingTests
{
    private const string Browser = "cookie-1";

    private static readonly Guid Rep = SequentialIds.Of(101);

    private static readonly Guid OtherRep = SequentialIds.Of(102);

    private static readonly Uri Callback = new("http://localhost:5080/salesforce/callback");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connect_WithConsent_IsThePairOfTheIdentityUrl()
    {
        await using var side = await SalesforceSide.StartAsync();

        var connected = await ConnectAsync(side, Rep);

        connected.SameAsBefore.Should().BeTrue();
        var view = await side.Connections.GetAsync(Rep, Stop);
        view.Should().Be(connected.View);
        (view.Status, view.OrganizationId, view.SalesforceUserId, view.UserName, view.DisplayName)
            .Should().Be(
                (ConnectionStatus.Connected, side.Org.Id, side.As().UserId, SalesforceSide.Mara, "Mara Visser"));
        (view.OrganizationName, view.Edition, view.IsProduction, view.ApiAccess, view.CreateMode)
            .Should().Be(("Halden Software", "Developer Edition", true, true, CreateMode.UniqueId));
    }

    [Fact]
    public async Task Connect_Done_CanReadAndWriteAsThatUser()
    {
        await using var side = await SalesforceSide.StartAsync();
        var connected = await ConnectAsync(side, Rep);
        var session = await side.Gateway.OpenAsync(connected.View.ConnectionId!.Value, Stop);

        var id = side.AddTask(("Subject", "Call"));

        (await session.ReadAsync(new ReadRequest(session.UserId, side.LastHour(), []), Stop)).Window
            .Should().ContainSingle().Which.Id.Should().Be(id);
    }

    [Fact]
    public async Task Authorize_OfEachStart_HasItsOwnChallengeAndAStateThatIsNotStored()
    {
        await using var side = await SalesforceSide.StartAsync();

        var first = await StartAsync(side, Rep);
        var second = await StartAsync(side, Rep);

        var query = QueryHelpers.ParseQuery(first.Query);
        query["code_challenge_method"].Should().Equal("S256");
        query["scope"].Single().Should().Contain("refresh_token").And.Contain("api");
        query["redirect_uri"].Should().Equal(Callback.OriginalString);
        query["state"].Should().NotEqual(QueryHelpers.ParseQuery(second.Query)["state"]);
        query["code_challenge"].Should().NotEqual(QueryHelpers.ParseQuery(second.Query)["code_challenge"]);
        (await side.Store.TakeSignInAsync(query["state"]!, Stop)).Should().BeNull();
    }

    [Theory]
    [InlineData("https://login.salesforce.com.evil.example")]
    [InlineData("https://login.salesforce.com@evil.example")]
    [InlineData("http://login.salesforce.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://10.0.0.7:5081")]
    [InlineData("")]
    public async Task Start_AtAHostileLoginHost_BeginsNothing(string loginHost)
    {
        await using var side = await SalesforceSide.StartAsync();

        var started = await side.Connections.StartAsync(Rep, Browser, loginHost, Callback, Stop);

        started.Should().Be(new StartConnection.Refused(ConnectionProblem.LoginHostNotAllowed));
        side.Store.SignInsKept.Should().Be(0);
    }

    [Fact]
    public async Task Complete_WithARefusedConsent_ChangesNothing()
    {
        await using var side = await SalesforceSide.StartAsync();
        var before = (await ConnectAsync(side, Rep)).View;

        var answer = await AskAsync(side, await StartAsync(side, Rep), "deny");

        (await CompleteAsync(side, Rep, answer)).Should()
            .Be(new CompleteConnection.Refused(ConnectionProblem.ConsentRefused));
        (await side.Connections.GetAsync(Rep, Stop)).Should().Be(before);
    }

    // what is wrong with the answer
    public static TheoryData<string> WrongAnswers => ["state", "no state", "user", "browser", "no code", "late"];

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task Complete_WithAnAnswerThatIsNotTheirs_ConnectsNothing(string wrong)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(1));
        await using var side = await SalesforceSide.StartAsync(time: clock);
        var answer = await AskAsync(side, await StartAsync(side, Rep));
        if (wrong == "state") answer["state"] = "guessed";
        if (wrong == "no state") answer.Remove("state");
        if (wrong == "no code") answer.Remove("code");
        if (wrong == "late") clock.Advance(Connections.SignInTime);

        var completed = await side.Connections.CompleteAsync(
            new Actor(wrong == "user" ? OtherRep : Rep, IsAdmin: false),
            wrong == "browser" ? "cookie-2" : Browser,
            answer,
            Stop);

        completed.Should().Be(new CompleteConnection.Refused(
            wrong == "no code" ? ConnectionProblem.CodeRejected : ConnectionProblem.SignInExpired));
        (await side.Connections.GetAsync(Rep, Stop)).Should().Be(ConnectionView.None);
        (await side.Connections.GetAsync(OtherRep, Stop)).Should().Be(ConnectionView.None);
    }

    [Fact]
    public async Task Complete_Replayed_IsRefusedAndTheConnectionStays()
    {
        await using var side = await SalesforceSide.StartAsync();
        var answer = await AskAsync(side, await StartAsync(side, Rep));
        await CompleteAsync(side, Rep, answer);
        var before = await side.Connections.GetAsync(Rep, Stop);

        (await CompleteAsync(side, Rep, answer)).Should()
            .Be(new CompleteConnection.Refused(ConnectionProblem.SignInExpired));

        (await side.Connections.GetAsync(Rep, Stop)).Should().Be(before);
    }

    [Fact]
    public async Task Complete_WithACodeOfSomebodyElse_IsRefused()
    {
        await using var side = await SalesforceSide.StartAsync();
        var stolen = await AskAsync(side, await StartAsync(side, OtherRep));
        var answer = await AskAsync(side, await StartAsync(side, Rep));
        answer["code"] = stolen["code"];

        // PKCE: the code was made for another verifier.
        (await CompleteAsync(side, Rep, answer)).Should().BeOfType<CompleteConnection.Refused>();
        (await side.Connections.GetAsync(Rep, Stop)).Should().Be(ConnectionView.None);
    }

    // what goes wrong after the consent, what the page says
    public static TheoryData<SandboxFault, ConnectionProblem> Broken => new()
    {
        { SandboxFault.OAuthError(400, "invalid_grant", "expired authorization code"), ConnectionProblem.CodeRejected },
        { SandboxFault.OAuthError(400, "invalid_client", "invalid client credentials"), ConnectionProblem.AppRejected },
        { SandboxFault.OAuthError(400, "invalid_grant", "ip restricted"), ConnectionProblem.NetworkRestricted },
        { SandboxFault.OAuthError(503, "invalid_grant", "outage"), ConnectionProblem.NotReachable },
        { OnToken(Grant(instance: "https://evil.example")), ConnectionProblem.AddressNotAllowed },
        { OnToken(Grant(id: "https://evil.example/id/00D/005")), ConnectionProblem.AddressNotAllowed },
        { OnToken(Grant(id: "https://login.salesforce.com/elsewhere")), ConnectionProblem.AddressNotAllowed },
        { OnToken(Grant(refresh: "")), ConnectionProblem.GrantIncomplete },
        { OnToken(Grant(scope: "id web")), ConnectionProblem.GrantIncomplete },
        { OnToken("<html>login</html>"), ConnectionProblem.NotReachable },
        { SandboxFault.Error(403, "API_DISABLED_FOR_ORG", "no API") with
            { Scope = new FaultScope(PathContains: "/limits") }, ConnectionProblem.NoApiAccess },
        { SandboxFault.Error(403, "API_CURRENTLY_DISABLED", "no API") with
            { Scope = new FaultScope(PathContains: "/limits") }, ConnectionProblem.NoApiAccess },
        { SandboxFault.SessionExpired() with
            { Scope = new FaultScope(PathContains: "/limits"), Times = 0 }, ConnectionProblem.GrantRevoked },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Complete_ThatCannotWork_SaysWhyAndChangesNothing(SandboxFault fault, ConnectionProblem expected)
    {
        await using var side = await SalesforceSide.StartAsync();
        var before = (await ConnectAsync(side, Rep)).View;
        var answer = await AskAsync(side, await StartAsync(side, Rep));
        side.Server.Faults.Add(fault);

        (await CompleteAsync(side, Rep, answer)).Should().Be(new CompleteConnection.Refused(expected));

        side.Server.Faults.Clear();
        (await side.Connections.GetAsync(Rep, Stop)).Should().Be(before);
        await (await side.Gateway.OpenAsync(before.ConnectionId!.Value, Stop)).ReadOrgFactsAsync(true, Stop);
    }

    [Fact]
    public async Task Connect_AgainAsTheSameUser_ContinuesAndRevokesTheOldGrant()
    {
        await using var side = await SalesforceSide.StartAsync();
        var first = await ConnectAsync(side, Rep);
        var old = (await side.Store.FindAsync(first.View.ConnectionId!.Value, Stop))!.Tokens!;

        var second = await ConnectAsync(side, Rep);

        second.SameAsBefore.Should().BeTrue();
        second.View.ConnectionId.Should().Be(first.View.ConnectionId);
        side.Org.Sessions.Find(old.AccessToken).Should().BeNull();
    }

    [Fact]
    public async Task Connect_AsAnotherUser_IsANewConnectionAndTheOldOneIsKeptWithoutTokens()
    {
        await using var side = await SalesforceSide.StartAsync();
        var first = await ConnectAsync(side, Rep);

        var second = await ConnectAsync(side, Rep, "rep2@sandbox.test");

        second.SameAsBefore.Should().BeFalse();
        second.View.ConnectionId.Should().NotBe(first.View.ConnectionId!.Value);
        (await side.Connections.GetAsync(Rep, Stop)).Should().Be(second.View);
        var old = (await side.Store.FindAsync(first.View.ConnectionId!.Value, Stop))!;
        (old.IsCurrent, old.Tokens, old.Status).Should().Be((false, null, ConnectionStatus.NotConnected));

        var third = await ConnectAsync(side, Rep);
        third.View.ConnectionId.Should().Be(first.View.ConnectionId);
    }

    [Fact]
    public async Task Connect_AsAPairSomebodyElseSyncs_IsRefused()
    {
        await using var side = await SalesforceSide.StartAsync();
        await ConnectAsync(side, Rep);

        var refused = await CompleteAsync(side, OtherRep, await AskAsync(side, await StartAsync(side, OtherRep)));

        refused.Should().Be(new CompleteConnection.Refused(ConnectionProblem.TakenByAnotherUser));
        (await side.Connections.GetAsync(OtherRep, Stop)).Should().Be(ConnectionView.None);

        await side.Connections.DisconnectAsync(Rep, Stop);
        (await ConnectAsync(side, OtherRep)).View.Status.Should().Be(ConnectionStatus.Connected);
    }

    [Fact]
    public async Task Disconnect_Done_RevokesThereAndForgetsHere()
    {
        await using var side = await SalesforceSide.StartAsync();
        var id = (await ConnectAsync(side, Rep)).View.ConnectionId!.Value;
        var tokens = (await side.Store.FindAsync(id, Stop))!.Tokens!;

        await side.Connections.DisconnectAsync(Rep, Stop);

        (await side.Connections.GetAsync(Rep, Stop)).Status.Should().Be(ConnectionStatus.NotConnected);
        (await side.Store.FindAsync(id, Stop))!.Tokens.Should().BeNull();
        side.Org.Sessions.Find(tokens.AccessToken).Should().BeNull();
        var open = () => side.Gateway.OpenAsync(id, Stop);
        (await open.Should().ThrowAsync<SalesforceFaultException>()).Which.Fault.Remedy
            .Should().Be(FaultRemedy.NeedsUser);
    }

    [Fact]
    public async Task Disconnect_WhileSalesforceIsAway_ForgetsAllTheSame()
    {
        await using var side = await SalesforceSide.StartAsync();
        await ConnectAsync(side, Rep);
        side.Server.Faults.Add(new SandboxFault.DropBefore { Times = 0 });

        await side.Connections.DisconnectAsync(Rep, Stop);

        (await side.Connections.GetAsync(Rep, Stop)).Status.Should().Be(ConnectionStatus.NotConnected);
    }

    [Theory]
    [InlineData(CustomIdField.UniqueExternalId, CreateMode.UniqueId)]
    [InlineData(CustomIdField.ExternalIdOnly, CreateMode.NaturalKey)]
    [InlineData(CustomIdField.Absent, CreateMode.NaturalKey)]
    public async Task CreateMode_ByDescribe_NeedsAFieldThatIsUniqueToo(CustomIdField field, CreateMode expected)
    {
        await using var side = await SalesforceSide.StartAsync(o => o.CustomIdField = field);

        (await ConnectAsync(side, Rep)).View.CreateMode.Should().Be(expected);
    }

    private static SandboxFault.Answer OnToken(string body) =>
        new(200, body) { Scope = new FaultScope(PathContains: "/services/oauth2/token") };

    private static string Grant(
        string instance = "https://halden.my.salesforce.com",
        string id = "https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA",
        string refresh = "r",
        string scope = "api refresh_token") =>
        JsonSerializer.Serialize(new
        {
            access_token = "t", refresh_token = refresh, instance_url = instance, id, scope,
        });

    private static async Task<Uri> StartAsync(SalesforceSide side, Guid user)
    {
        var login = side.Server.Url.GetLeftPart(UriPartial.Authority);
        var started = await side.Connections.StartAsync(user, Browser, login, Callback, Stop);
        return started.Should().BeOfType<StartConnection.Redirect>().Which.Authorize;
    }

    /// <summary>The person logs in there and decides; what the browser brings back.</summary>
    private static async Task<Dictionary<string, string>> AskAsync(
        SalesforceSide side, Uri authorize, string decision = "allow", string username = SalesforceSide.Mara)
    {
        using var browser = await SandboxBrowser.LoggedInAsync(side.Server, username);
        var consent = await browser.VisitAsync(authorize.PathAndQuery);
        await browser.SubmitAsync(consent.QuerySelector<IHtmlFormElement>("form.pair")!, ("decision", decision));
        return QueryHelpers.ParseQuery(new Uri(browser.Location!).Query)
            .ToDictionary(q => q.Key, q => q.Value.ToString());
    }

    private static Task<CompleteConnection> CompleteAsync(
        SalesforceSide side, Guid user, Dictionary<string, string> answer) =>
        side.Connections.CompleteAsync(new Actor(user, IsAdmin: false), Browser, answer, Stop);

    private static async Task<CompleteConnection.Connected> ConnectAsync(
        SalesforceSide side, Guid user, string username = SalesforceSide.Mara)
    {
        var answer = await AskAsync(side, await StartAsync(side, user), username: username);
        return (await CompleteAsync(side, user, answer)).Should().BeOfType<CompleteConnection.Connected>().Which;
    }
}
