using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>Looks users up by what they send.</summary>
internal sealed class EmailSenders(IDbContextFactory<AppDb> databases) : IEmailSenders
{
    public async Task<Guid?> FindBySenderAsync(string from, CancellationToken stop)
    {
        if (EmailAddress.Parse(from) is not { } address) return null;
        var normalized = address.Key.ToUpperInvariant();
        await using var db = databases.CreateDbContext();
        return await db.Users.Where(u => u.NormalizedEmail == normalized && !u.IsDeactivated)
            .Select(u => (Guid?)u.Id).SingleOrDefaultAsync(stop);
    }

    public async Task<Guid?> FindByEmailAsync(Guid emailId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<EmailRow>().Where(e => e.EmailId == emailId).Select(e => (Guid?)e.UserId)
            .SingleOrDefaultAsync(stop);
    }
}
