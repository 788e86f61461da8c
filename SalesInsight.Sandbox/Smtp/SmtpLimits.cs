namespace SalesInsight.Sandbox.Smtp;

/// <summary>The bounds of the mail listener; a client that goes beyond one is told so, or cut off.</summary>
internal static class SmtpLimits
{
    /// <summary>Clients at a time; more are turned away with 421.</summary>
    public const int SessionsMax = 20;

    /// <summary>Bytes of a line; RFC 5321 4.5.3.1.6 asks for 1,000.</summary>
    public const int LineBytesMax = 8_192;

    /// <summary>Bytes of a mail: 25 MB of files are 34 MB on the wire.</summary>
    public const int MailBytesMax = 36 * 1024 * 1024;

    /// <summary>Recipients of a mail.</summary>
    public const int RecipientsMax = 1_000;

    /// <summary>Commands of a session, mails included.</summary>
    public const int CommandsMax = 10_000;

    /// <summary>A session lives no longer.</summary>
    public static readonly TimeSpan SessionMax = TimeSpan.FromMinutes(5);
}
