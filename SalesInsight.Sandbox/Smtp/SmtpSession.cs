using System.Text;

namespace SalesInsight.Sandbox.Smtp;

/// <summary>
/// One client's talk (RFC 5321): enough of it for any client to hand a mail over. Encryption is not offered: the
/// listener is on loopback only.
/// </summary>
internal sealed class SmtpSession(Stream stream, Func<ReceivedMail, string> take)
{
    private readonly SmtpLines lines = new(stream);
    private readonly List<string> recipients = [];
    private string? sender;

    public async Task RunAsync(CancellationToken stop)
    {
        await lines.SayAsync("220 sandbox ESMTP", stop);
        for (var count = 0; count < SmtpLimits.CommandsMax; count++)
        {
            if (await lines.ReadAsync(stop) is not { } bytes) return;
            var line = Encoding.UTF8.GetString(bytes).Trim();
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            if (verb == "QUIT")
            {
                await lines.SayAsync("221 bye", stop);
                return;
            }

            await lines.SayAsync(verb == "DATA" ? await DataAsync(stop) : Answer(verb, line), stop);
        }

        await lines.SayAsync("421 too many commands", stop);
    }

    private string Answer(string verb, string line) => verb switch
    {
        "EHLO" => $"250-sandbox\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE {SmtpLimits.MailBytesMax}",
        "HELO" => "250 sandbox",
        "MAIL" => From(line),
        "RCPT" => To(line),
        "RSET" => Reset("250 forgotten"),
        "NOOP" => "250 still here",
        _ => "502 this server does not know that",
    };

    private string From(string line)
    {
        if (Address(line, "FROM:") is not { } address) return "501 MAIL FROM:<address>";
        Reset("");
        sender = address;
        return "250 go on";
    }

    private string To(string line)
    {
        if (sender is null) return "503 first who it is from";
        if (recipients.Count >= SmtpLimits.RecipientsMax) return "452 too many recipients";
        if (Address(line, "TO:") is not { Length: > 0 } address) return "501 RCPT TO:<address>";
        recipients.Add(address);
        return "250 go on";
    }

    private async Task<string> DataAsync(CancellationToken stop)
    {
        if (sender is null || recipients.Count == 0) return "503 first who it is for";
        await lines.SayAsync("354 until a dot on a line of its own", stop);
        using var mail = new MemoryStream();
        while (await lines.ReadAsync(stop) is { } line)
        {
            if (line is [(byte)'.'])
            {
                if (mail.Length > SmtpLimits.MailBytesMax) return Reset("552 too large");
                var received = new ReceivedMail(sender, [.. recipients], mail.ToArray());
                return Reset(take(received));
            }

            // what is too large is read to its end all the same, and not kept
            if (mail.Length > SmtpLimits.MailBytesMax) continue;
            mail.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            mail.Write("\r\n"u8);
        }

        throw new EndOfStreamException();
    }

    private string Reset(string answer)
    {
        sender = null;
        recipients.Clear();
        return answer;
    }

    // "MAIL FROM:<ann@example.com> SIZE=12"
    private static string? Address(string line, string word)
    {
        var at = line.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var (open, close) = (line.IndexOf('<', at), line.LastIndexOf('>'));
        return open < 0 || close < open ? null : line[(open + 1)..close].Trim();
    }
}
