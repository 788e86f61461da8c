using System.Text;
using SalesInsight.Sync.EmailLog;

namespace SalesInsight.Web.Emails.Testing;

/// <summary>From what somebody typed or dropped to a mail that can be tried. Pure.</summary>
internal static class PastedMail
{
    /// <summary>Bytes of a file; what the API takes of a mail too.</summary>
    public const int FileLengthMax = Api.Emails.EmailCalls.MimeLengthMax;

    /// <summary>Characters that may be pasted.</summary>
    public const int TextLengthMax = 1_000_000;

    private static readonly char[] Between = [' ', '\t', '\r', '\n', ',', ';', '<', '>', '"', '(', ')'];

    /// <summary>
    /// A mail with its header; else the addresses in the text, for people who only want to know about those. Null for
    /// a text with neither.
    /// </summary>
    public static EmailInput? Read(string text) => Read(Encoding.UTF8.GetBytes(text.TrimStart())) ?? Addresses(text);

    /// <summary>An .eml file; null for what has no header of a mail.</summary>
    public static EmailInput? Read(byte[] file) => EmailInput.FromMime(file);

    private static EmailInput? Addresses(string text)
    {
        var found = text.Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Contains('@', StringComparison.Ordinal)).Distinct().ToList();
        return found.Count == 0 ? null : new EmailInput { To = found };
    }
}
