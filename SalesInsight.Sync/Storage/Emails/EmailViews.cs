using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>A mail as its user is told of it.</summary>
internal static class EmailViews
{
    public static async Task<EmailView?> ViewEmailAsync(
        this AppDb db, Guid userId, Guid emailId, CancellationToken stop)
    {
        var mail = await db.Set<EmailRow>().AsNoTracking()
            .SingleOrDefaultAsync(e => e.EmailId == emailId && e.UserId == userId, stop);
        if (mail is null) return null;
        var connection = await db.Set<ConnectionRow>().AsNoTracking().Where(c => c.UserId == userId && c.IsCurrent)
            .Select(c => new { c.Status, c.InstanceUrl }).SingleOrDefaultAsync(stop);
        var recipients = await db.Set<EmailRecipientRow>().AsNoTracking().Where(r => r.EmailId == emailId)
            .OrderBy(r => r.Address).ToListAsync(stop);
        var logs = await db.Set<EmailLogRow>().AsNoTracking()
            .Where(l => l.EmailId == emailId && l.IsDone && l.SalesforceId != null)
            .Where(l => l.Kind == LogEntry.Entity.Activity)
            .OrderBy(l => l.SalesforceId).ToListAsync(stop);
        var byAddress = logs.ToLookup(l => l.Address, l => View(l, connection?.InstanceUrl));
        var isConnected = connection?.Status == ConnectionStatus.Connected;
        return new EmailView(
            mail.EmailId, mail.MessageId, mail.Sender, mail.Subject, mail.SentAt, mail.ReportedAt, mail.IsReply,
            [.. recipients.Select(r => View(r, isConnected, [.. byAddress[r.Address]]))]);
    }

    /// <summary>The address a user sends from; null for one that is none.</summary>
    public static async Task<EmailAddress?> FindUserAddressAsync(
        this AppDb db, Guid userId, CancellationToken stop) =>
        EmailAddress.Parse(await db.Users.Where(u => u.Id == userId).Select(u => u.Email).SingleOrDefaultAsync(stop));

    private static EmailView.Recipient View(
        EmailRecipientRow row, bool isConnected, IReadOnlyList<EmailView.Log> logs) => new(
        row.Address,
        row.State switch
        {
            EmailState.Logged => EmailView.Standing.Logged,
            EmailState.NotLogged => EmailView.Standing.NotLogged,
            _ => EmailView.Standing.Waiting,
        },
        row.State == EmailState.Waiting && !isConnected ? EmailReason.NotConnected : row.Reason,
        row.Fault,
        row.ErrorCode,
        row.Message,
        row.RetryAt,
        row.Viewed,
        row.Clicked,
        row.RepliedAt,
        row.BouncedAt,
        logs);

    private static EmailView.Log View(EmailLogRow row, string? instance) => new(
        row.SalesforceId!, row.PersonId, row.OpportunityId,
        instance is null ? null : new Uri(new Uri(instance), row.SalesforceId));
}
