using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>Reads the rows of one page of a folder: four questions, however many mails it has.</summary>
internal sealed class OutgoingRows(AppDb db)
{
    public async Task<IReadOnlyList<EmailFolder.Row>> ReadAsync(
        IReadOnlyList<OutgoingLists.Listed> page, CancellationToken stop)
    {
        var ownIds = page.Where(l => l.IsOutgoing).Select(l => l.Id).ToList();
        var own = await db.Set<OutgoingEmailRow>().AsNoTracking().Where(o => ownIds.Contains(o.OutgoingId))
            .ToDictionaryAsync(o => o.OutgoingId, stop);
        var withFiles = await db.Set<OutgoingAttachmentRow>().Where(a => ownIds.Contains(a.OutgoingId))
            .Select(a => a.OutgoingId).Distinct().ToHashSetAsync(stop);
        var emailIds = page.Where(l => !l.IsOutgoing).Select(l => l.Id)
            .Concat(own.Values.Select(o => o.EmailId).OfType<Guid>()).ToList();
        var emails = await db.Set<EmailRow>().AsNoTracking().Where(e => emailIds.Contains(e.EmailId))
            .ToDictionaryAsync(e => e.EmailId, stop);
        var tallies = await TalliesAsync(emailIds, stop);
        return
        [
            .. page.Where(l => l.IsOutgoing ? own.ContainsKey(l.Id) : emails.ContainsKey(l.Id)).Select(l => l.IsOutgoing
                ? Of(own[l.Id], l.At, withFiles.Contains(l.Id), emails, tallies)
                : Of(emails[l.Id], tallies)),
        ];
    }

    private async Task<Dictionary<Guid, Tally>> TalliesAsync(List<Guid> emailIds, CancellationToken stop)
    {
        var counted = await db.Set<EmailRecipientRow>().Where(r => emailIds.Contains(r.EmailId))
            .GroupBy(r => new { r.EmailId, r.State })
            .Select(g => new { g.Key.EmailId, g.Key.State, Count = g.Count() }).ToListAsync(stop);
        return counted.GroupBy(c => c.EmailId).ToDictionary(g => g.Key, g => new Tally(
            g.Where(c => c.State == EmailState.Logged).Sum(c => c.Count),
            g.Where(c => c.State == EmailState.NotLogged).Sum(c => c.Count),
            g.Where(c => c.State == EmailState.Waiting).Sum(c => c.Count)));
    }

    private static EmailFolder.Row Of(
        OutgoingEmailRow row,
        DateTimeOffset at,
        bool hasFiles,
        Dictionary<Guid, EmailRow> reported,
        Dictionary<Guid, Tally> tallies)
    {
        var draft = row.ToDraft();
        IReadOnlyList<string> all = [.. draft.To, .. draft.Cc];
        var emailId = row.EmailId is { } id && reported.ContainsKey(id) ? row.EmailId : null;
        var tally = emailId is null ? Tally.None : tallies.GetValueOrDefault(emailId.Value, Tally.None);
        return new EmailFolder.Row(
            row.OutgoingId, row.State, emailId, IsOutgoing: true, row.Subject,
            [.. all.Take(OutgoingLimits.ShownRecipientsMax)], all.Count, at, row.RetryAt, row.Problem, row.Answer,
            hasFiles, row.BccAddress is not null, tally.Logged, tally.NotLogged, tally.Waiting);
    }

    private static EmailFolder.Row Of(EmailRow row, Dictionary<Guid, Tally> tallies)
    {
        var envelope = StoredJson.Read<EmailRow.Envelope>(row.Addressed);
        IReadOnlyList<string> all =
            row.Sender == row.UserAddress ? [.. envelope.To, .. envelope.Cc] : [row.Sender];
        var tally = tallies.GetValueOrDefault(row.EmailId, Tally.None);
        return new EmailFolder.Row(
            row.EmailId, OutgoingEmail.State.Sent, row.EmailId, IsOutgoing: false, row.Subject,
            [.. all.Take(OutgoingLimits.ShownRecipientsMax)], all.Count, row.SentAt, null, null, null,
            envelope.Attachments.Count > 0, HasBcc: false, tally.Logged, tally.NotLogged, tally.Waiting);
    }

    private sealed record Tally(int Logged, int NotLogged, int Waiting)
    {
        public static readonly Tally None = new(0, 0, 0);
    }
}
