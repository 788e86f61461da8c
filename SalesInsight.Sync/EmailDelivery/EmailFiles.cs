namespace SalesInsight.Sync.EmailDelivery;

/// <summary>
/// Where files of mails lie: attachments until their mail is purged, and the pickup folder. Files are named by ids, so
/// no name a person typed reaches the file system. Thread-safe.
/// </summary>
internal sealed class EmailFiles(string root)
{
    /// <summary>A file this old that no row names was left by a stop in between.</summary>
    public static readonly TimeSpan OrphanAge = TimeSpan.FromDays(1);

    private const string Partial = ".part";

    private const int OrphansMax = 1_000;

    /// <summary>Mails that are ready for a mail server; nothing half written ever lies here.</summary>
    public string PickupFolder { get; } = Path.Combine(root, "pickup");

    /// <summary>Mails being written.</summary>
    public string PickupDraftFolder { get; } = Path.Combine(root, "pickup-drafts");

    private string AttachmentFolder { get; } = Path.Combine(root, "attachments");

    /// <summary>
    /// Writes the file whole, or not at all. Null when there is more than <paramref name="bytesMax"/>; else how much.
    /// </summary>
    public async Task<long?> WriteAsync(Guid attachmentId, Stream content, long bytesMax, CancellationToken stop)
    {
        Directory.CreateDirectory(AttachmentFolder);
        var (path, partial) = (PathOf(attachmentId), PathOf(attachmentId) + Partial);
        try
        {
            if (await CopyAsync(content, partial, bytesMax, stop) is not { } bytes) return null;
            File.Move(partial, path, overwrite: true);
            return bytes;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Null when it is gone.</summary>
    public Stream? TryOpen(Guid attachmentId)
    {
        try
        {
            const FileShare others = FileShare.Read | FileShare.Delete;
            return new FileStream(PathOf(attachmentId), FileMode.Open, FileAccess.Read, others);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete(IEnumerable<Guid> attachmentIds)
    {
        if (!Directory.Exists(AttachmentFolder)) return;
        foreach (var id in attachmentIds) File.Delete(PathOf(id));
    }

    /// <summary>Ids of files old enough that a row would be there by now, and of halves nobody will finish.</summary>
    public IReadOnlyList<Guid> ListOld(DateTimeOffset now)
    {
        if (!Directory.Exists(AttachmentFolder)) return [];
        List<Guid> old = [];
        foreach (var file in new DirectoryInfo(AttachmentFolder).EnumerateFiles().Take(OrphansMax))
        {
            if (file.LastWriteTimeUtc > (now - OrphanAge).UtcDateTime) continue;
            if (file.Extension == Partial) file.Delete();
            else if (Guid.TryParseExact(file.Name, "N", out var id)) old.Add(id);
        }

        return old;
    }

    private static async Task<long?> CopyAsync(Stream content, string path, long bytesMax, CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        var (buffer, bytes) = (new byte[81_920], 0L);
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;)
        {
            bytes += read;
            if (bytes > bytesMax) return null;
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        return bytes;
    }

    private string PathOf(Guid attachmentId) => Path.Combine(AttachmentFolder, attachmentId.ToString("N"));
}
