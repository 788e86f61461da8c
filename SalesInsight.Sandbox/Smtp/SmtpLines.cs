using System.Text;

namespace SalesInsight.Sandbox.Smtp;

/// <summary>Lines of a connection as SMTP has them: ended by CR LF, and of a bounded length.</summary>
internal sealed class SmtpLines(Stream stream)
{
    private readonly byte[] buffer = new byte[16_384];
    private int at;
    private int end;

    /// <summary>One line without its end; null when the client is gone.</summary>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public async Task<byte[]?> ReadAsync(CancellationToken stop)
    {
        using var line = new MemoryStream();
        while (true)
        {
            if (at == end)
            {
                (at, end) = (0, await stream.ReadAsync(buffer, stop));
                if (end == 0) return null;
            }

            var newline = Array.IndexOf(buffer, (byte)'\n', at, end - at);
            var upTo = newline < 0 ? end : newline;
            line.Write(buffer, at, upTo - at);
            at = newline < 0 ? end : newline + 1;
            if (line.Length > SmtpLimits.LineBytesMax) throw new InvalidDataException("line too long");
            if (newline >= 0) return WithoutReturn(line.ToArray());
        }
    }

    public async Task SayAsync(string reply, CancellationToken stop) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), stop);

    private static byte[] WithoutReturn(byte[] line) => line is [.., (byte)'\r'] ? line[..^1] : line;
}
