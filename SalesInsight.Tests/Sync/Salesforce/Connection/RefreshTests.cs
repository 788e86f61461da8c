using SalesInsight.Sandbox.Faults;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Tests.Sandbox.OAuth;
using SalesInsight.Tests.Sandbox.Screen;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Salesforce.Connection;

public class RefreshTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_OnAnExpiredSession_IsRefreshedOnceAndSentAgain()
    {
        await using var side = await SalesforceSide.StartAsync();
        var connection = await GrantAsync(side);
        var session = await side.Gateway.OpenAsync(connection.Id, Stop);
        side.Org.Sessions.Expire();

        var reply = await session.WriteAsync(new WriteRequest([Create()]), Stop);

        reply.Outcomes.Single().Should().BeOfType<WriteReply.Done>();
        var stored = (await side.Store.FindAsync(connection.Id, Stop))!;
        stored.TokenVersion.Should().Be(connection.TokenVersion + 1);
        stored.Tokens!.RefreshToken.Should().NotBe(connection.Tokens!.RefreshToken, "rotation is on");
    }

    [Fact]
    public async Task Write_RefreshedAfterTheCallsTimeWasUp_IsNotSentAgain()
    {
        var time = new FakeTimeProvider(TestStore.Start);
        await using var side = await SalesforceSide.StartAsync(time: time);
        var connection = await GrantAsync(side);
        var session = await side.Gateway.OpenAsync(connection.Id, Stop);
        await session.ReadOrgFactsAsync(false, Stop);
        side.Org.Sessions.Expire();
        var options = new SalesforceOptions();
        using var slow = side.Server.Faults.BeforeRequest(call =>
        {
            var isRefresh = call.Path.EndsWith("/token", StringComparison.Ordinal);
            time.Advance((isRefresh ? options.TokenTimeout : options.CallTimeout) * 0.8);     // together too long
            return ValueTask.CompletedTask;
        });

        var writing = () => session.WriteAsync(new WriteRequest([Create()]), Stop);

        var fault = (await writing.Should().ThrowAsync<SalesforceFaultException>()).Which;
        (fault.Fault.Code, fault.Delivery).Should().Be((FaultCode.SessionExpired, Delivery.NotDelivered));
        side.Org.Records.List(side.As(), "Task").Should().BeEmpty();
        (await side.Store.FindAsync(connection.Id, Stop))!.TokenVersion.Should().Be(
            connection.TokenVersion + 1, "the next run has the new token");
    }

    [Fact]
    public async Task Refresh_Rotated_StoresTheNewTokenBeforeAnybodyUsesIt()
    {
        await using var side = await SalesforceSide.StartAsync();
        var connection = await GrantAsync(side);
        var session = await side.Gateway.OpenAsync(connection.Id, Stop);
        side.Org.Sessions.Expire();
        var callsBefore = -1;
        side.Store.BeforeReplace = () => callsBefore = session.CallsMade;

        await session.ReadOrgFactsAsync(true, Stop);

        callsBefore.Should().Be(1, "only the refused call was made before the new token was stored");
    }

    [Fact]
    public async Task Refresh_WantedByManyAtOnce_IsMadeOnce()
    {
        await using var side = await SalesforceSide.StartAsync();
        var connection = await GrantAsync(side);
        var refreshes = Count(side, "/services/oauth2/token");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => side.Keeper.RefreshAsync(connection.Id, connection.TokenVersion, Stop)));

        refreshes().Should().Be(1);
        outcomes.Cast<RefreshOutcome.Fresh>().Select(o => o.Tokens.AccessToken).Distinct().Should().HaveCount(1);
    }

    [Fact]
    public async Task Refresh_WantedByTwoProcesses_IsMadeOnce()
    {
        await using var side = await SalesforceSide.StartAsync();
        var connection = await GrantAsync(side);
        var other = side.Another();
        var refreshes = Count(side, "/services/oauth2/token");

        var outcomes = await Task.WhenAll(
            side.Keeper.RefreshAsync(connection.Id, connection.TokenVersion, Stop),
            other.Keeper.RefreshAsync(connection.Id, connection.TokenVersion, Stop));

        refreshes().Should().Be(1);
        outcomes.Should().AllBeOfType<RefreshOutcome.Fresh>();
        await (await other.Gateway.OpenAsync(connection.Id, Stop)).ReadOrgFactsAsync(true, Stop);
    }

    [Fact]
    public async Task Refresh_AskedWithAnOldVersion_HandsOutWhatIsStored()
    {
        await using var side = await SalesforceSide.StartAsync();
        var connection = await GrantAsync(side);
        var first = await side.Keeper.RefreshAsync(connection.Id, connection.TokenVersion, Stop);

        (await side.Keeper.RefreshAsync(connection.Id, connection.TokenVersion, Stop)).Should().Be(first);
    }

    [Fact]
    public async Task Refresh_OfARevokedGrant_NeedsReconnectAndSaysWhy()
    {
        await using var side = await SalesforceSide.StartAsync();
        var connection = await GrantAsync(side);
        var session = await side.Gateway.OpenAsync(connection.Id, Stop);
        side.Org.Sessions.RevokeGrants();

        var read = () => session.ReadOrgFactsAsync(true, Stop);

        (await read.Should().ThrowAsync<SalesforceFaultException>()).Which.Fault.Code
            .Should().Be(FaultCode.GrantRevoked);
        var view = await side.Connections.GetAsync(connection.UserId, Stop);
        (view.Status, view.LastFault).Should()
            .Be((ConnectionStatus.NeedsReconnect, ConnectionProblem.GrantRevoked));
        (await side.Store.FindAsync(connection.Id, Stop))!.Tokens.Should().BeNull();
    }

    // what the token endpoint answers while it is not well: the grant must survive it
    public static TheoryData<SandboxFault> Outages =>
    [
        SandboxFault.OAuthError(503, "invalid_grant", "expired access/refresh token"),
        SandboxFault.OAuthError(400, "rate_limit_exceeded", "login rate exceeded"),
        SandboxFault.OAuthError(400, "unknown_error", "retry your request"),
        SandboxFault.Html(502) with { Scope = new FaultScope(PathContains: "/oauth2/token") },
        SandboxFault.Html(200) with { Scope = new FaultScope(PathContains: "/oauth2/token") },
        new SandboxFault.DropBefore { Scope = new FaultScope(PathContains: "/oauth2/token") },
    ];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task Refresh_DuringAnOutage_LeavesTheGrantAsItWas(SandboxFault outage)
    {
        await using var side = await SalesforceSide.StartAsync();
        var connection = await GrantAsync(side);
        var session = await side.Gateway.OpenAsync(connection.Id, Stop);
        side.Org.Sessions.Expire();
        side.Server.Faults.Add(outage);

        var write = () => session.WriteAsync(new WriteRequest([Create()]), Stop);

        var thrown = (await write.Should().ThrowAsync<SalesforceFaultException>()).Which;
        (thrown.Fault.Remedy, thrown.Delivery).Should().Be((FaultRemedy.RetryAfter, Delivery.NotDelivered));
        (await side.Connections.GetAsync(connection.UserId, Stop)).Status.Should().Be(ConnectionStatus.Connected);
        (await session.WriteAsync(new WriteRequest([Create()]), Stop)).Outcomes.Single()
            .Should().BeOfType<WriteReply.Done>();
    }

    [Theory]
    [InlineData("This session is not valid for use with the REST API")]
    [InlineData("Connected app is not attached to Agent")]
    public async Task Unauthorized_ThatNoRefreshCures_IsNotRefreshed(string message)
    {
        await using var side = await SalesforceSide.StartAsync();
        var connection = await GrantAsync(side);
        var session = await side.Gateway.OpenAsync(connection.Id, Stop);
        var body = $$"""{"message":"{{message}}","errorCode":"INVALID_SESSION_ID"}""";
        side.Server.Faults.Add(new SandboxFault.Answer(401, body));

        var read = () => session.ReadOrgFactsAsync(true, Stop);

        (await read.Should().ThrowAsync<SalesforceFaultException>()).Which.Fault.Code
            .Should().Be(FaultCode.ClientRefused);
        session.CallsMade.Should().Be(1);
        (await side.Store.FindAsync(connection.Id, Stop))!.TokenVersion.Should().Be(connection.TokenVersion);
    }

    [Fact]
    public async Task Unauthorized_AgainAfterTheRefresh_EndsTheCall()
    {
        await using var side = await SalesforceSide.StartAsync();
        var connection = await GrantAsync(side);
        var session = await side.Gateway.OpenAsync(connection.Id, Stop);
        side.Server.Faults.Add(SandboxFault.SessionExpired() with
        {
            Times = 0,
            Scope = new FaultScope(PathContains: "/services/data"),
        });

        var read = () => session.ReadOrgFactsAsync(true, Stop);

        (await read.Should().ThrowAsync<SalesforceFaultException>()).Which.Fault.Code
            .Should().Be(FaultCode.SessionExpired);
        session.CallsMade.Should().Be(2);
    }

    /// <summary>A stored connection whose grant the sandbox really gave.</summary>
    private static async Task<StoredConnection> GrantAsync(SalesforceSide side)
    {
        using var app = new OAuthTestApp(side.Server);
        using var browser = await SandboxBrowser.LoggedInAsync(side.Server, SalesforceSide.Mara);
        var grant = await app.GrantAsync(browser);
        var tokens = new GrantTokens(
            (string)grant["access_token"]!, (string)grant["refresh_token"]!, side.Server.Url);
        var connection = await side.ConnectAsync();
        await side.Store.ReplaceTokensAsync(connection.Id, 1, tokens, Stop);
        return (await side.Store.FindAsync(connection.Id, Stop))!;
    }

    private static Func<int> Count(SalesforceSide side, string path)
    {
        var count = 0;
        side.Server.Faults.BeforeRequest(call =>
        {
            if (call.Path.Contains(path, StringComparison.Ordinal)) Interlocked.Increment(ref count);
            return ValueTask.CompletedTask;
        });
        return () => count;
    }

    private static WriteRequest.Create Create() =>
        new(Guid.Empty, "install-1", new SalesInsight.Sync.Reminders.SalesforceContent("New"));
}
