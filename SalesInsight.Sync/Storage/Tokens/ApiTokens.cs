using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Tokens;

/// <summary>
/// API tokens in the database. A plain SHA-256 is enough: 256 random bits cannot be guessed, salted or not, and the
/// look-up by hash tells a clock nothing about the token.
/// </summary>
internal sealed class ApiTokens(IDbContextFactory<AppDb> databases, IIdSource ids, TimeProvider time) : IApiTokens
{
    private const int RandomBytes = 32;

    private const string AdminRole = "ADMIN";

    /// <summary>A use is written down once in this time, so that reading does not write.</summary>
    private static readonly TimeSpan UseGrain = TimeSpan.FromMinutes(1);

    public async Task<(ApiToken Token, string Text)?> IssueAsync(
        Guid userId, string name, ApiScopes scopes, TimeSpan lifetime, CancellationToken stop)
    {
        var tidy = name.Trim();
        if (!IsSound(tidy, scopes, lifetime)) return null;

        var text = ApiToken.Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        var now = time.GetUtcNow();
        var token = new ApiToken(ids.Next(), userId, tidy, scopes, now, now + lifetime, LastUsedAt: null);
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Set<ApiTokenRow>().CountAsync(t => t.UserId == userId, stop) >= ApiToken.PerUserMax) return null;
        if (scopes.HasFlag(ApiScopes.EmailsForOthers) && !await IsAdminAsync(db, userId, stop)) return null;
        db.Add(ApiTokenRow.From(token, HashOf(text)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return (token, text);
    }

    public async Task<IReadOnlyList<ApiToken>> ListAsync(Guid userId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<ApiTokenRow>().AsNoTracking().Where(t => t.UserId == userId)
            .OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).ToListAsync(stop);
        return [.. rows.Where(row => !IsService(row)).Select(row => row.ToToken())];
    }

    public async Task<IReadOnlyList<ApiToken>> ListServiceAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin) return [];
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<ApiTokenRow>().AsNoTracking()
            .OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).ToListAsync(stop);
        return [.. rows.Where(IsService).Select(row => row.ToToken())];
    }

    public async Task<bool> RevokeServiceAsync(Actor actor, Guid tokenId, CancellationToken stop)
    {
        if (!actor.IsAdmin) return false;
        await using var db = databases.CreateDbContext();
        var row = await db.Set<ApiTokenRow>().SingleOrDefaultAsync(t => t.Id == tokenId, stop);
        if (row is null || !IsService(row)) return false;
        db.Remove(row);
        return await db.SaveChangesAsync(stop) == 1;
    }

    public async Task<bool> RevokeAsync(Guid userId, Guid tokenId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<ApiTokenRow>().Where(t => t.Id == tokenId && t.UserId == userId)
            .ExecuteDeleteAsync(stop) == 1;
    }

    public async Task<ApiToken?> FindAsync(string text, CancellationToken stop)
    {
        if (!text.StartsWith(ApiToken.Prefix, StringComparison.Ordinal)) return null;

        var (hash, now) = (HashOf(text), time.GetUtcNow());
        await using var db = databases.CreateDbContext();
        var row = await db.Set<ApiTokenRow>().AsNoTracking().SingleOrDefaultAsync(
            t => t.Hash == hash && t.ExpiresAt > now && db.Users.Any(u => u.Id == t.UserId && !u.IsDeactivated), stop);
        if (row is null || (IsService(row) && !await IsAdminAsync(db, row.UserId, stop))) return null;

        if (row.LastUsedAt is not { } last || now - last >= UseGrain)
            await db.Set<ApiTokenRow>().Where(t => t.Id == row.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), stop);
        return row.ToToken();
    }

    private static bool IsSound(string name, ApiScopes scopes, TimeSpan lifetime) =>
        name.Length is > 0 and <= ApiToken.NameLengthMax
        && scopes != ApiScopes.None && (scopes & ~(ApiScopes.All | ApiScopes.EmailsForOthers)) == 0
        && lifetime > TimeSpan.Zero && lifetime <= ApiToken.LifetimeMax;

    // Scopes are kept as text, so this is asked of rows and not of the database.
    private static bool IsService(ApiTokenRow row) => row.Scopes.HasFlag(ApiScopes.EmailsForOthers);

    private static Task<bool> IsAdminAsync(AppDb db, Guid userId, CancellationToken stop) => (
        from held in db.UserRoles
        where held.UserId == userId
        join role in db.Roles on held.RoleId equals role.Id
        where role.NormalizedName == AdminRole
        select role.Id).AnyAsync(stop);

    private static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
