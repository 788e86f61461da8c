using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Control;
using SalesInsight.Sync.EmailLog.Mail;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>Single mails, over the one context.</summary>
internal sealed class EmailCaseStore(
    IDbContextFactory<AppDb> databases, EmailWishes wishes, ILiveUpdates live) : IEmailCaseStore
{
    public async Task<StoredCase?> FindAsync(Guid userId, Guid emailId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        if (await db.ViewEmailAsync(userId, emailId, stop) is not { } view) return null;
        var user = await db.Set<EmailRow>().Where(e => e.EmailId == emailId).Select(e => e.UserAddress)
            .SingleAsync(stop);
        var connection = await db.Set<ConnectionRow>().AsNoTracking().Where(c => c.UserId == userId && c.IsCurrent)
            .Select(c => new { c.Id, c.Status }).SingleOrDefaultAsync(stop);
        var ids = view.Recipients.SelectMany(r => r.Logs).SelectMany(l => new[] { l.PersonId, l.OpportunityId })
            .OfType<string>().Distinct().ToList();
        var known = await db.Set<RecordNameRow>().AsNoTracking()
            .Where(n => connection != null && n.ConnectionId == connection.Id && ids.Contains(n.RecordId))
            .ToListAsync(stop);
        return new StoredCase(
            view,
            EmailRow.Read(user),
            connection?.Id,
            connection?.Status == ConnectionStatus.Connected,
            known.Where(n => n.Name.Length > 0)
                .ToImmutableDictionary(n => n.RecordId, n => new EmailCase.Name(n.ObjectType, n.Name, n.Company)),
            [.. ids.Except(known.Select(n => n.RecordId))]);
    }

    public async Task<bool> WakeAsync(
        Guid userId, Guid emailId, string? address, string? chosenPersonId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var rows = await db.Set<EmailRecipientRow>()
            .Where(r => r.EmailId == emailId && r.UserId == userId && r.State != EmailState.Logged)
            .Where(r => address == null || r.Address == address).ToListAsync(stop);
        // what was sent and not answered is looked for at its own time, lest it be sent twice
        rows.RemoveAll(r => r.Reason == EmailReason.Uncertain);
        if (rows.Count == 0) return false;
        foreach (var row in rows)
        {
            row.Wake();
            row.ChosenPersonId = chosenPersonId ?? row.ChosenPersonId;
        }

        await BringTextBackAsync(db, emailId, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        live.Tell(userId, LiveChange.Emails);
        wishes.Request(userId);
        return true;
    }

    private static async Task BringTextBackAsync(AppDb db, Guid emailId, CancellationToken stop)
    {
        var email = await db.Set<EmailRow>().SingleAsync(e => e.EmailId == emailId, stop);
        if (email.Body is not null) return;
        var html = await db.Set<OutgoingEmailRow>().Where(o => o.EmailId == emailId).Select(o => o.Html)
            .FirstOrDefaultAsync(stop);
        if (html is not null) (email.Body, email.BodyLength) = EmailReading.Body(null, html);
    }
}
