using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>Asks a user's Salesforce, as that user, what their pages want to know about mails.</summary>
internal sealed class EmailAccount(
    IDbContextFactory<AppDb> databases, ISyncStore connections, IEmailGateway gateway, TimeProvider time)
    : IEmailAccount
{
    /// <summary>What was not logged longer ago is history.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public async Task<EmailStanding> StandingAsync(Guid userId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var since = time.GetUtcNow() - Recent;
        var own = db.Set<EmailRecipientRow>().Where(r => r.UserId == userId);
        return new EmailStanding(
            await own.Where(r => r.State == EmailState.Logged).MaxAsync(r => (DateTimeOffset?)r.SettledAt, stop),
            await own.Where(r => r.State == EmailState.Waiting).Select(r => r.EmailId).Distinct().CountAsync(stop),
            await own.Where(r => r.State == EmailState.NotLogged && r.SettledAt >= since)
                .Select(r => r.EmailId).Distinct().CountAsync(stop));
    }

    public async Task<EmailAccess> CheckAsync(Guid userId, bool fresh, CancellationToken stop)
    {
        try
        {
            return await OpenAsync(userId, stop) is { } session
                ? new EmailAccess.Known(await session.MayLogAsync(fresh, stop))
                : new EmailAccess.NotKnown(null);
        }
        catch (SalesforceFaultException fault)
        {
            return new EmailAccess.NotKnown(fault.Fault.Code);
        }
    }

    public async Task<IReadOnlyList<string>?> FindRollUpKindsAsync(Guid userId, CancellationToken stop)
    {
        try
        {
            return await OpenAsync(userId, stop) is { } session
                ? [.. (await session.FindRollUpKindsAsync(stop)).Select(kind => kind.ToString())]
                : null;
        }
        catch (SalesforceFaultException)
        {
            return null;
        }
    }

    public async Task<BccLookup> FindBccAddressAsync(Guid userId, CancellationToken stop)
    {
        var sender = await SenderAsync(userId, stop);
        try
        {
            if (await OpenAsync(userId, stop) is not { } session) return new BccLookup.Failed(sender.Key, null);
            return await session.FindBccAddressAsync(sender, stop) switch
            {
                BccAddressReply.Found found => new BccLookup.Found(sender.Key, found.Address),
                BccAddressReply.Hidden => new BccLookup.Hidden(sender.Key),
                _ => new BccLookup.Empty(sender.Key),
            };
        }
        catch (SalesforceFaultException fault)
        {
            return new BccLookup.Failed(sender.Key, fault.Fault.Code);
        }
    }

    private async Task<IEmailSession?> OpenAsync(Guid userId, CancellationToken stop) =>
        (await connections.ReadStandingAsync(userId, stop)).ConnectionId is { } connection
            ? await gateway.OpenForEmailAsync(connection, stop)
            : null;

    private async Task<EmailAddress> SenderAsync(Guid userId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return EmailAddress.Parse(await db.Users.Where(u => u.Id == userId).Select(u => u.Email).SingleAsync(stop))
            ?? throw new InvalidOperationException("A user signs in with an address.");
    }
}
