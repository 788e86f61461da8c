using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>Channels in the database; passwords are encrypted with the keys of tokens, for their own purpose.</summary>
internal sealed class ChannelStore(
    IDbContextFactory<AppDb> databases, IDataProtectionProvider protection, TimeProvider time) : IChannelStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("SalesInsight.MailServerPasswords.v1");

    public async Task<ChannelAccess> ReadAsync(Guid userId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var row = await db.Set<DeliveryChannelRow>().AsNoTracking().SingleOrDefaultAsync(c => c.UserId == userId, stop);
        if (row is null)
            return new ChannelAccess(
                DeliveryChannel.Default.Via, "", 0, "", null, DeliveryChannel.Default.PerMinuteMax);
        var password = row.ProtectedPassword is { } text ? TryUnprotect(text) : null;
        return new ChannelAccess(
            row.Kind, row.Host, row.Port, row.UserName, password, row.PerMinuteMax,
            PasswordLost: row.ProtectedPassword is not null && password is null);
    }

    public async Task SaveAsync(Guid userId, ChannelAccess channel, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var row = await db.Set<DeliveryChannelRow>().SingleOrDefaultAsync(c => c.UserId == userId, stop)
            ?? db.Add(new DeliveryChannelRow { UserId = userId }).Entity;
        (row.Kind, row.Host, row.Port) = (channel.Via, channel.Host, channel.Port);
        (row.UserName, row.PerMinuteMax) = (channel.UserName, channel.PerMinuteMax);
        row.ProtectedPassword = channel.Password is { } password ? _protector.Protect(password) : null;
        row.ChangedAt = time.GetUtcNow();
        await db.SaveChangesAsync(stop);
        await db.Set<OutgoingEmailRow>().Where(o => o.UserId == userId && o.State == OutgoingEmail.State.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.RetryAt, (DateTimeOffset?)null), stop);
        await transaction.CommitAsync(stop);
    }

    public async Task<(EmailAddress Address, string Name)?> FindSenderAsync(Guid userId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.FindSenderAsync(userId, stop);
    }

    private string? TryUnprotect(string text)
    {
        try
        {
            return _protector.Unprotect(text);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
