using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Contracts;

/// <summary>What every store of connections promises, in memory or in a database.</summary>
public abstract class ConnectionStoreContract
{
    private static readonly Guid Rep = SequentialIds.Of(1);

    private static readonly Guid OtherRep = SequentialIds.Of(2);

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly GrantTokens Tokens = new("access", "refresh", new Uri("https://na1.salesforce.com"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An empty store, for one test.</summary>
    private protected abstract Task<IConnectionStore> OpenAsync();

    [Fact]
    public async Task Save_OfANewPair_IsFoundWholeThreeWays()
    {
        var store = await OpenAsync();
        var connection = Connection(11, Rep, "005A");

        (await store.SaveAsync(connection, Stop)).Should().BeTrue();

        var expected = connection with { TokenVersion = 1 };
        (await store.FindAsync(connection.Id, Stop)).Should().Be(expected);
        (await store.FindCurrentAsync(Rep, Stop)).Should().Be(expected);
        (await store.FindPairAsync(Rep, "00D", "005A", Stop)).Should().Be(expected);
    }

    [Fact]
    public async Task Save_OfAnotherPair_LeavesTheFirstWithoutTokensAndNotCurrent()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Connection(11, Rep, "005A"), Stop);

        await store.SaveAsync(Connection(12, Rep, "005B"), Stop);

        var first = (await store.FindAsync(SequentialIds.Of(11), Stop))!;
        (first.IsCurrent, first.Tokens, first.Status).Should().Be((false, null, ConnectionStatus.NotConnected));
        (await store.FindCurrentAsync(Rep, Stop))!.Id.Should().Be(SequentialIds.Of(12));
    }

    [Fact]
    public async Task Save_OfAPairAnotherUserHolds_ChangesNothingUntilTheyLetGo()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Connection(11, Rep, "005A"), Stop);

        (await store.SaveAsync(Connection(12, OtherRep, "005A"), Stop)).Should().BeFalse();
        (await store.FindCurrentAsync(OtherRep, Stop)).Should().BeNull();

        await store.ForgetAsync(SequentialIds.Of(11), Stop);
        (await store.SaveAsync(Connection(12, OtherRep, "005A"), Stop)).Should().BeTrue();
    }

    [Fact]
    public async Task Save_OfTheSamePair_CountsFromTheFirstTimeUntilItsUserLetsGo()
    {
        var store = await OpenAsync();
        var first = Connection(11, Rep, "005A");
        var later = first with { ConnectedAt = first.ConnectedAt.AddDays(9) };
        await store.SaveAsync(first, Stop);
        await store.MarkBrokenAsync(first.Id, 1, ConnectionProblem.GrantRevoked, Stop);

        await store.SaveAsync(later, Stop);
        (await store.FindAsync(first.Id, Stop))!.ConnectedAt.Should().Be(first.ConnectedAt, "the grant was renewed");

        await store.ForgetAsync(first.Id, Stop);
        await store.SaveAsync(later, Stop);
        (await store.FindAsync(first.Id, Stop))!.ConnectedAt.Should().Be(later.ConnectedAt, "they had disconnected");
    }

    [Fact]
    public async Task Save_OfAnOrgReader_LeavesItsAdminsOwnConnectionAlone()
    {
        var store = await OpenAsync();
        var own = Connection(11, Rep, "005A");
        await store.SaveAsync(own, Stop);
        var reader = Connection(12, Rep, "005R") with { IsOrgReader = true };

        (await store.SaveAsync(reader, Stop)).Should().BeTrue();

        (await store.FindCurrentAsync(Rep, Stop)).Should().Be(own with { TokenVersion = 1 });
        var expected = reader with { IsCurrent = false, TokenVersion = 1 };
        (await store.FindReaderAsync("00D", Stop)).Should().Be(expected);
        (await store.FindPairAsync(Rep, "00D", "005R", Stop)).Should().BeNull("it is nobody's own");
        (await store.ListReadersAsync(Stop)).Should().Equal(expected);
    }

    [Fact]
    public async Task Save_OfASecondOrgReader_ReplacesTheFirst()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Connection(11, Rep, "005R") with { IsOrgReader = true }, Stop);

        (await store.SaveAsync(Connection(12, OtherRep, "005S") with { IsOrgReader = true }, Stop)).Should().BeTrue();

        (await store.ListReadersAsync(Stop)).Should().ContainSingle().Which.Id.Should().Be(SequentialIds.Of(12));
        (await store.FindAsync(SequentialIds.Of(11), Stop)).Should().BeNull();
    }

    [Fact]
    public async Task Save_OfAPairThatServesTheOtherPurpose_IsRefusedUntilItIsLetGo()
    {
        var store = await OpenAsync();
        await store.SaveAsync(Connection(11, Rep, "005A"), Stop);
        var reader = Connection(12, Rep, "005A") with { IsOrgReader = true };
        (await store.SaveAsync(reader, Stop)).Should().BeFalse("it syncs");

        await store.ForgetAsync(SequentialIds.Of(11), Stop);
        (await store.SaveAsync(reader, Stop)).Should().BeTrue();
        (await store.SaveAsync(Connection(11, Rep, "005A"), Stop)).Should().BeFalse("it reads for all");
    }

    [Fact]
    public async Task Claim_TakenByOne_IsFreeAgainAfterItsTimeOrItsRelease()
    {
        var store = await OpenAsync();
        var id = Connection(11, Rep, "005A").Id;
        await store.SaveAsync(Connection(11, Rep, "005A"), Stop);
        var until = Now.AddMinutes(3);

        (await store.ClaimRefreshAsync(id, 2, Now, until, Stop)).Should().BeFalse("the version is another");
        (await store.ClaimRefreshAsync(id, 1, Now, until, Stop)).Should().BeTrue();
        (await store.ClaimRefreshAsync(id, 1, Now.AddMinutes(2), until, Stop)).Should().BeFalse();
        await store.ReleaseRefreshAsync(id, 1, Stop);
        (await store.ClaimRefreshAsync(id, 1, Now.AddMinutes(2), until, Stop)).Should().BeTrue();
        (await store.ClaimRefreshAsync(id, 1, until, until.AddMinutes(3), Stop)).Should().BeTrue();
    }

    [Fact]
    public async Task Replace_OfAVersionThatMovedOn_IsRefused()
    {
        var store = await OpenAsync();
        var id = Connection(11, Rep, "005A").Id;
        await store.SaveAsync(Connection(11, Rep, "005A"), Stop);
        var fresh = Tokens with { AccessToken = "second" };

        (await store.ReplaceTokensAsync(id, 1, fresh, Stop)).Should().BeTrue();
        (await store.ReplaceTokensAsync(id, 1, Tokens, Stop)).Should().BeFalse();

        var stored = (await store.FindAsync(id, Stop))!;
        (stored.Tokens, stored.TokenVersion).Should().Be((fresh, 2));
    }

    [Fact]
    public async Task Broken_OfTheSameVersion_DropsTheTokensAndSaysWhy()
    {
        var store = await OpenAsync();
        var id = Connection(11, Rep, "005A").Id;
        await store.SaveAsync(Connection(11, Rep, "005A"), Stop);

        (await store.MarkBrokenAsync(id, 9, ConnectionProblem.GrantRevoked, Stop)).Should().BeFalse();
        (await store.MarkBrokenAsync(id, 1, ConnectionProblem.UserInactive, Stop)).Should().BeTrue();

        var stored = (await store.FindCurrentAsync(Rep, Stop))!;
        (stored.Tokens, stored.Status, stored.Problem).Should()
            .Be((null, ConnectionStatus.NeedsReconnect, ConnectionProblem.UserInactive));
    }

    [Fact]
    public async Task SignIn_Taken_IsGoneForEverybodyElse()
    {
        var store = await OpenAsync();
        var signIn = SignIn("state-1", Now.AddMinutes(10));
        await store.AddSignInAsync(signIn, Now, Stop);

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => store.TakeSignInAsync(signIn.StateHash, Stop)));

        taken.Where(t => t is not null).Should().ContainSingle().Which.Should().Be(signIn);
    }

    [Fact]
    public async Task SignIn_Expired_IsRemovedWithTheNextOne()
    {
        var store = await OpenAsync();
        await store.AddSignInAsync(SignIn("state-1", Now.AddMinutes(10)), Now, Stop);

        await store.AddSignInAsync(SignIn("state-2", Now.AddMinutes(30)), Now.AddMinutes(20), Stop);

        (await store.TakeSignInAsync("state-1", Stop)).Should().BeNull();
        (await store.TakeSignInAsync("state-2", Stop)).Should().NotBeNull();
    }

    private static PendingSignIn SignIn(string stateHash, DateTimeOffset expiresAt) => new(
        stateHash,
        Rep,
        "browser",
        new Uri("https://login.salesforce.com"),
        new Uri("https://app.example/salesforce/callback"),
        "verifier",
        expiresAt);

    private static StoredConnection Connection(long id, Guid user, string salesforceUser) => new(
        SequentialIds.Of(id),
        user,
        new Uri("https://login.salesforce.com"),
        "00D",
        salesforceUser,
        new OrgProfile("Halden", "Enterprise Edition", true, "mara@halden.example", "Mara", CreateMode.UniqueId),
        Now,
        ConnectionStatus.Connected,
        null,
        true,
        Tokens,
        0);
}
