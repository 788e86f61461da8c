using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Web.Api.Tokens;

/// <summary>Tokens in memory, newest first; makes none once it is full.</summary>
internal sealed class FakeApiTokens(FakeTimeProvider time) : IApiTokens
{
    private readonly SequentialIds _ids = new();

    public List<ApiToken> Tokens { get; } = [];

    public bool IsFull { get; set; }

    public Task<(ApiToken Token, string Text)?> IssueAsync(
        Guid userId, string name, ApiScopes scopes, TimeSpan lifetime, CancellationToken stop)
    {
        if (IsFull) return Task.FromResult<(ApiToken, string)?>(null);
        var now = time.GetUtcNow();
        var token = new ApiToken(_ids.Next(), userId, name.Trim(), scopes, now, now + lifetime, null);
        Tokens.Insert(0, token);
        return Task.FromResult<(ApiToken, string)?>((token, $"{ApiToken.Prefix}secret-{Tokens.Count}"));
    }

    public Task<IReadOnlyList<ApiToken>> ListAsync(Guid userId, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ApiToken>>([.. Tokens.Where(token => token.UserId == userId)]);

    public Task<IReadOnlyList<ApiToken>> ListServiceAsync(Actor actor, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ApiToken>>(actor.IsAdmin
            ? [.. Tokens.Where(token => token.Scopes.HasFlag(ApiScopes.EmailsForOthers))]
            : []);

    public Task<bool> RevokeServiceAsync(Actor actor, Guid tokenId, CancellationToken stop) =>
        Task.FromResult(actor.IsAdmin && Tokens.RemoveAll(token => token.Id == tokenId) == 1);

    public Task<bool> RevokeAsync(Guid userId, Guid tokenId, CancellationToken stop) =>
        Task.FromResult(Tokens.RemoveAll(token => token.Id == tokenId && token.UserId == userId) == 1);

    public Task<ApiToken?> FindAsync(string text, CancellationToken stop) => Task.FromResult<ApiToken?>(null);
}
