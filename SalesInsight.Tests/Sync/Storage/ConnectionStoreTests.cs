using System.Text;
using FluentAssertions;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Sync.Storage;

public sealed class ConnectionStoreTests : IAsyncLifetime
{
    private TestStore _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Find_ConnectionSaved_ReadsBackEqual()
    {
        var expected = TestRows.Connection(
            TestStore.ConnectionId, TestStore.RepId, TestStore.OrganizationId, TestStore.SalesforceUserId);

        var found = await FindAsync();

        found.Should().Be(expected with { TokenVersion = 1 });
    }

    [Fact]
    public async Task File_WithAGrantInIt_HasNoTokenAndNoKeyInPlainText()
    {
        await _store.Connections.AddSignInAsync(SignIn("hash", TestStore.Start), TestStore.Start, Stop);
        TemporaryDatabase.Close(_store.Path);

        var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_store.Path, Stop));

        bytes.Should().Contain(TestStore.OrganizationId, "the file was read at all");
        bytes.Should().NotContain(TestRows.AccessToken).And.NotContain(TestRows.RefreshToken);
        bytes.Should().NotContain("the-verifier").And.NotContain("<masterKey");
    }

    [Fact]
    public async Task Claim_ByManyAtOnce_IsGrantedOnceUntilItRunsOut()
    {
        var until = TestStore.Start.AddMinutes(1);
        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ClaimAsync(1, TestStore.Start, until)));

        claims.Should().ContainSingle(c => c);
        (await ClaimAsync(1, until.AddTicks(-1), until)).Should().BeFalse();
        (await ClaimAsync(1, until, until.AddMinutes(1))).Should().BeTrue();
    }

    [Fact]
    public async Task ReplaceTokens_OnAnOldVersion_IsRefused()
    {
        var first = new GrantTokens("a1", "r1", new Uri("https://moved.my.salesforce.com"));

        (await ReplaceAsync(first)).Should().BeTrue();
        (await ReplaceAsync(first with { AccessToken = "a2" })).Should().BeFalse();

        var found = await FindAsync();
        found!.Tokens.Should().Be(first);
        found.TokenVersion.Should().Be(2);
    }

    [Fact]
    public async Task MarkBroken_CurrentGrant_DropsTheTokensAndSaysWhy()
    {
        await _store.Connections.MarkBrokenAsync(TestStore.ConnectionId, 1, ConnectionProblem.GrantRevoked, Stop);

        var found = (await FindAsync())!;
        found.Should().Match<StoredConnection>(c => c.Tokens == null && c.IsCurrent && c.TokenVersion == 2);
        (found.Status, found.Problem).Should()
            .Be((ConnectionStatus.NeedsReconnect, ConnectionProblem.GrantRevoked));
        (await _store.Sync.ListConnectionsAsync(Stop)).Should().BeEmpty();
    }

    [Fact]
    public async Task Save_PairOfAnotherUser_IsRefusedUntilTheyDisconnect()
    {
        var mine = TestRows.Connection(
            _store.Ids.Next(), TestStore.AdminId, TestStore.OrganizationId, TestStore.SalesforceUserId);

        (await _store.Connections.SaveAsync(mine, Stop)).Should().BeFalse();
        await _store.Connections.ForgetAsync(TestStore.ConnectionId, Stop);

        (await _store.Connections.SaveAsync(mine, Stop)).Should().BeTrue();
    }

    [Fact]
    public async Task Save_AnotherPair_FreezesTheLinksUntilTheFirstComesBack()
    {
        var taskId = await PutLinkAsync();
        var other = TestRows.Connection(
            _store.Ids.Next(), TestStore.RepId, "00D000000000002AAA", TestStore.SalesforceUserId);

        await _store.Connections.SaveAsync(other, Stop);
        (await LinkAsync(taskId)).State.Should().Be(LinkState.Frozen);
        var first = (await FindAsync())!;
        first.Should().Match<StoredConnection>(c => !c.IsCurrent && c.Tokens == null);

        await _store.Connections.SaveAsync(first with { Tokens = other.Tokens, Status = other.Status }, Stop);
        (await LinkAsync(taskId)).Should().Match<TaskLink>(l => l.State == LinkState.Active && l.LookAgain);
        (await _store.Connections.FindCurrentAsync(TestStore.RepId, Stop))!.Id.Should().Be(TestStore.ConnectionId);
    }

    [Fact]
    public async Task TakeSignIn_Twice_GivesItOnceAndForgetsOldOnes()
    {
        await _store.Connections.AddSignInAsync(SignIn("old", TestStore.Start.AddTicks(-1)), TestStore.Start, Stop);
        await _store.Connections.AddSignInAsync(SignIn("new", TestStore.Start), TestStore.Start, Stop);

        (await _store.Connections.TakeSignInAsync("new", Stop)).Should().Be(SignIn("new", TestStore.Start));
        (await _store.Connections.TakeSignInAsync("new", Stop)).Should().BeNull();
        (await _store.Connections.TakeSignInAsync("old", Stop)).Should().BeNull();
    }

    private static PendingSignIn SignIn(string hash, DateTimeOffset expiresAt) => new(
        hash, TestStore.RepId, "browser", new Uri("https://login.salesforce.com"),
        new Uri("http://localhost:5080/callback"), "the-verifier", expiresAt);

    private Task<StoredConnection?> FindAsync() => _store.Connections.FindAsync(TestStore.ConnectionId, Stop);

    private Task<bool> ReplaceAsync(GrantTokens tokens) =>
        _store.Connections.ReplaceTokensAsync(TestStore.ConnectionId, 1, tokens, Stop);

    private Task<bool> ClaimAsync(long version, DateTimeOffset now, DateTimeOffset until) =>
        _store.Connections.ClaimRefreshAsync(TestStore.ConnectionId, version, now, until, Stop);

    private async Task<Guid> PutLinkAsync()
    {
        var rows = SyncRows.Full(_store.Ids.Next(), _store.Ids.Next());
        var lease = await _store.Sync.TakeLeaseAsync(TestStore.ConnectionId, "test", TimeSpan.FromMinutes(1), Stop);
        await using var run = await _store.Sync.BeginAsync(lease!, Stop);
        run.Put(rows.Task);
        run.Put(rows.Link! with { State = LinkState.Active, LookAgain = false });
        await run.CommitAsync(Stop);
        return rows.Task.Id;
    }

    private async Task<TaskLink> LinkAsync(Guid taskId) =>
        (await _store.Sync.FindByTaskIdsAsync([taskId], Stop))[taskId].Link!;
}
