using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Storage.Tables;
using static SalesInsight.Sync.EmailDelivery.OutgoingResult;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>
/// Files of drafts. The file is written before its row and removed after it: a stop in between leaves a file nobody
/// names, never a mail without its file.
/// </summary>
internal sealed class OutgoingAttachments(
    IDbContextFactory<AppDb> databases, EmailFiles files, IIdSource ids, TimeProvider time)
{
    private const string Field = nameof(OutgoingEmail.Attachments);

    public async Task<OutgoingResult> AttachAsync(
        Guid userId, Guid id, string name, Stream content, CancellationToken stop)
    {
        var plain = Path.GetFileName(name.Replace('\\', '/')).Trim();
        if (plain.Length is 0 or > OutgoingLimits.AttachmentNameLengthMax || plain.Any(char.IsControl))
            return Fault(ProblemCode.AttachmentMalformed, plain);
        if (await CheckAsync(userId, id, plain, 0, stop) is { } refused) return refused;

        var attachmentId = ids.Next();
        if (await files.WriteAsync(attachmentId, content, OutgoingLimits.AttachmentBytesMax, stop) is not { } bytes)
            return Fault(ProblemCode.AttachmentsTooLarge, plain);
        var result = await AddAsync(userId, id, attachmentId, plain, bytes, stop);
        if (result is not Done) files.Delete([attachmentId]);
        return result;
    }

    public async Task<OutgoingResult> DetachAsync(
        Guid userId, Guid id, Guid attachmentId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.FindOutgoingAsync(userId, id, stop) is not { } row) return new Unknown();
        if (row.State != OutgoingEmail.State.Draft) return new TooLate(await db.ViewAsync(row, stop));
        await db.Set<OutgoingAttachmentRow>().Where(a => a.AttachmentId == attachmentId && a.OutgoingId == id)
            .ExecuteDeleteAsync(stop);
        row.ChangedAt = time.GetUtcNow();
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        files.Delete([attachmentId]);
        return new Done(await db.ViewAsync(row, stop));
    }

    /// <summary>Null when a file of this size may be added.</summary>
    private async Task<OutgoingResult?> CheckAsync(
        Guid userId, Guid id, string name, long bytes, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.FindOutgoingAsync(userId, id, stop) is { } row
            ? await CheckAsync(db, row, name, bytes, stop)
            : new Unknown();
    }

    private static async Task<OutgoingResult?> CheckAsync(
        AppDb db, OutgoingEmailRow row, string name, long bytes, CancellationToken stop)
    {
        if (row.State != OutgoingEmail.State.Draft) return new TooLate(await db.ViewAsync(row, stop));
        var sizes = await db.Set<OutgoingAttachmentRow>().Where(a => a.OutgoingId == row.OutgoingId)
            .Select(a => a.Bytes).ToListAsync(stop);
        if (sizes.Count >= OutgoingLimits.AttachmentsMax) return Fault(ProblemCode.TooManyAttachments, name);
        return sizes.Sum() + bytes > OutgoingLimits.AttachmentBytesMax
            ? Fault(ProblemCode.AttachmentsTooLarge, name)
            : null;
    }

    private async Task<OutgoingResult> AddAsync(
        Guid userId, Guid id, Guid attachmentId, string name, long bytes, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.FindOutgoingAsync(userId, id, stop) is not { } row) return new Unknown();
        if (await CheckAsync(db, row, name, bytes, stop) is { } refused) return refused;
        db.Add(new OutgoingAttachmentRow
        {
            AttachmentId = attachmentId, OutgoingId = id, Name = name, Bytes = bytes,
        });
        row.ChangedAt = time.GetUtcNow();
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new Done(await db.ViewAsync(row, stop));
    }

    private static Refused Fault(ProblemCode code, string name) => new([new Problem(Field, code, name)]);
}
