using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Storage;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Storage.Tokens;

public sealed class ApiTokensTests : IAsyncLifetime
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private TestStore _store = null!;

    private IApiTokens Tokens => _store.Get<IApiTokens>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Issue_Twice_GivesTwoTextsOf256BitsAndKeepsNeither()
    {
        var (_, one) = await IssueAsync();
        var (_, two) = await IssueAsync();

        one.Should().MatchRegex("^salesinsight_[A-Za-z0-9_-]{43}$").And.NotBe(two);
        await using var db = _store.OpenDb();
        var rows = await db.Set<ApiTokenRow>().ToListAsync(Stop);
        rows.Should().HaveCount(2).And.OnlyContain(row => row.Hash.Length == 64);
        File.ReadAllText(_store.Path).Should().NotContain(one["salesinsight_".Length..]);
    }

    [Fact]
    public async Task Find_TheText_IsTheTokenUntilItExpires()
    {
        var (token, text) = await IssueAsync();

        (await Tokens.FindAsync(text, Stop)).Should().Be(token);
        _store.Time.Advance(Month - TimeSpan.FromTicks(1));
        (await Tokens.FindAsync(text, Stop)).Should().NotBeNull();
        _store.Time.Advance(TimeSpan.FromTicks(1));
        (await Tokens.FindAsync(text, Stop)).Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("salesinsight_")]
    [InlineData("salesinsight_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Find_AnotherText_IsNothing(string text)
    {
        await IssueAsync();

        (await Tokens.FindAsync(text, Stop)).Should().BeNull();
    }

    [Fact]
    public async Task Find_TheTextInAnotherCase_IsNothing()
    {
        var (_, text) = await IssueAsync();

        (await Tokens.FindAsync(text.ToUpperInvariant(), Stop)).Should().BeNull();
        (await Tokens.FindAsync($"{text} ", Stop)).Should().BeNull();
    }

    [Fact]
    public async Task Find_OfADeactivatedUser_IsNothingUntilTheyAreBack()
    {
        var (_, text) = await IssueAsync();

        await SetDeactivatedAsync(true);
        (await Tokens.FindAsync(text, Stop)).Should().BeNull();
        await SetDeactivatedAsync(false);
        (await Tokens.FindAsync(text, Stop)).Should().NotBeNull();
    }

    [Fact]
    public async Task Find_ManyTimes_NotesTheUseOnceAMinute()
    {
        var (_, text) = await IssueAsync();

        await Tokens.FindAsync(text, Stop);
        var first = _store.Time.GetUtcNow();
        _store.Time.Advance(TimeSpan.FromSeconds(59));
        await Tokens.FindAsync(text, Stop);
        (await Tokens.ListAsync(TestStore.RepId, Stop)).Single().LastUsedAt.Should().Be(first);

        _store.Time.Advance(TimeSpan.FromSeconds(1));
        await Tokens.FindAsync(text, Stop);
        (await Tokens.ListAsync(TestStore.RepId, Stop)).Single().LastUsedAt.Should().Be(first.AddMinutes(1));
    }

    [Fact]
    public async Task Revoke_OnesOwn_EndsItAndNoOther()
    {
        var (token, text) = await IssueAsync();
        var (_, other) = await IssueAsync();

        (await Tokens.RevokeAsync(TestStore.RepId, token.Id, Stop)).Should().BeTrue();

        (await Tokens.FindAsync(text, Stop)).Should().BeNull();
        (await Tokens.FindAsync(other, Stop)).Should().NotBeNull();
        (await Tokens.RevokeAsync(TestStore.RepId, token.Id, Stop)).Should().BeFalse();
    }

    [Fact]
    public async Task Revoke_AnothersToken_LeavesIt()
    {
        var (token, text) = await IssueAsync();

        (await Tokens.RevokeAsync(TestStore.AdminId, token.Id, Stop)).Should().BeFalse();

        (await Tokens.FindAsync(text, Stop)).Should().NotBeNull();
        (await Tokens.ListAsync(TestStore.AdminId, Stop)).Should().BeEmpty();
    }

    public static TheoryData<string, ApiScopes, int> Unsound => new()
    {
        { "  ", ApiScopes.TasksRead, 30 },
        { new string('x', 81), ApiScopes.TasksRead, 30 },
        { "No scope", ApiScopes.None, 30 },
        { "Unknown scope", (ApiScopes)16, 30 },
        { "Longer than a year", ApiScopes.TasksRead, 366 },
        { "Over at once", ApiScopes.TasksRead, 0 },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public async Task Issue_OutOfBounds_MakesNothing(string name, ApiScopes scopes, int days)
    {
        (await Tokens.IssueAsync(TestStore.RepId, name, scopes, TimeSpan.FromDays(days), Stop)).Should().BeNull();

        (await Tokens.ListAsync(TestStore.RepId, Stop)).Should().BeEmpty();
    }

    [Fact]
    public async Task Issue_TheFiftyFirst_MakesNothingUntilOneIsRevoked()
    {
        for (var made = 0; made < ApiToken.PerUserMax; made++) await IssueAsync();

        (await Tokens.IssueAsync(TestStore.RepId, "One more", ApiScopes.TasksRead, Month, Stop)).Should().BeNull();

        await Tokens.RevokeAsync(TestStore.RepId, (await Tokens.ListAsync(TestStore.RepId, Stop))[0].Id, Stop);
        await IssueAsync();
    }

    private async Task<(ApiToken Token, string Text)> IssueAsync() =>
        (await Tokens.IssueAsync(TestStore.RepId, " Nightly script ", ApiScopes.TasksRead, Month, Stop))!.Value;

    private async Task SetDeactivatedAsync(bool to)
    {
        await using var db = _store.OpenDb();
        await db.Set<AppUser>().Where(u => u.Id == TestStore.RepId)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.IsDeactivated, to), Stop);
    }
}
