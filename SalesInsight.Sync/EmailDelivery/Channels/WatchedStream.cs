namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>Notes that somebody began to read it. SmtpClient reads a mail's parts only after the server asked for them
/// (354), and tells nobody.</summary>
internal sealed class WatchedStream(byte[] content) : MemoryStream(content, writable: false)
{
    private volatile bool _wasRead;

    public bool WasRead => _wasRead;

    public override int Read(byte[] buffer, int offset, int count)
    {
        _wasRead = true;
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        _wasRead = true;
        return base.Read(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        _wasRead = true;
        return base.ReadAsync(buffer, offset, count, cancellationToken);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _wasRead = true;
        return base.ReadAsync(buffer, cancellationToken);
    }
}
