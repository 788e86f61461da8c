using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesInsight.Sync.Reminders;

/// <summary>
/// An e-mail address. Two are equal when they reach the same mailbox as far as that can be told from outside: letter
/// case, needless quotes and the spelling of an international domain do not count; a plus tag does, because only its
/// own host knows that <c>ann+news@</c> is ann, and a mail must not be logged to somebody else.
/// </summary>
internal sealed partial record EmailAddress
{
    /// <summary>Characters of an address (RFC 5321, 4.5.3.1.3, without the angle brackets).</summary>
    public const int LengthMax = 254;

    /// <summary>Characters of an address with the name that may stand before it.</summary>
    public const int TextLengthMax = 1_000;

    private const string Specials = "!#$%&'*+-/=?^_`{|}~.";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string local, string domain, string? name) =>
        (Key, Domain, Name) = ($"{local}@{domain}", domain, name);

    /// <summary>What is compared and asked for: lower case, no needless quotes, the domain in ASCII.</summary>
    public string Key { get; }

    /// <summary>In ASCII (<c>xn--...</c>) and lower case.</summary>
    public string Domain { get; }

    /// <summary>The name that stood before the address; null: none.</summary>
    public string? Name { get; }

    /// <summary>The part before the last <c>@</c> of <see cref="Key"/>.</summary>
    public string Local => Key[..^(Domain.Length + 1)];

    /// <summary>
    /// How somebody may have stored the address: the ASCII spelling, and the international one where it differs.
    /// </summary>
    public IReadOnlyList<string> Spellings
    {
        get
        {
            var international = $"{Local}@{Idn.GetUnicode(Domain)}";
            return international == Key ? [Key] : [Key, international];
        }
    }

    /// <summary>
    /// Reads <c>ann@example.com</c> or <c>Ann Lee &lt;ann@example.com&gt;</c>. Null for anything else, and for a text
    /// with a line break or another control character, which could become a header of its own.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static EmailAddress? Parse(string? text)
    {
        if (text is null || text.Length > TextLengthMax || text.Any(char.IsControl)) return null;
        var (name, address) = Split(text.Trim());
        var at = address.LastIndexOf('@');
        if (at < 1 || address.Length > LengthMax) return null;
        return LocalPart(address[..at]) is { } local && DomainOf(address[(at + 1)..]) is { } domain
            ? new EmailAddress(local, domain, name)
            : null;
    }

    /// <summary>A domain name in ASCII and lower case; null when it is none.</summary>
    public static string? DomainOf(string text)
    {
        if (!text.Contains('.', StringComparison.Ordinal)) return null;
        try
        {
            return Idn.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public bool Equals(EmailAddress? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>The address alone, without the name.</summary>
    public override string ToString() => Key;

    private static (string? Name, string Address) Split(string text)
    {
        var open = text.LastIndexOf('<');
        if (open < 0 || text[^1] != '>') return (null, text);
        var name = text[..open].Trim();
        if (name is ['"', .., '"']) name = name[1..^1].Replace("\\", "", StringComparison.Ordinal).Trim();
        return (name.Length == 0 ? null : name, text[(open + 1)..^1].Trim());
    }

    /// <summary>"ann.lee"@ and ann.lee@ are the same; quotes stay where a text needs them (RFC 5322, 3.4.1).</summary>
    private static string? LocalPart(string text)
    {
        if (text is not ['"', .., '"'] || text.Length < 2) return IsDotAtom(text) ? Fold(text) : null;
        var plain = new StringBuilder();
        for (var at = 1; at < text.Length - 1; at++)
        {
            if (text[at] == '"') return null;
            if (text[at] == '\\' && ++at == text.Length - 1) return null;
            plain.Append(text[at]);
        }

        var content = plain.ToString();
        if (content.Length == 0) return null;
        if (IsDotAtom(content)) return Fold(content);
        return Fold('"' + Escaping().Replace(content, @"\$0") + '"');
    }

    private static bool IsDotAtom(string text) =>
        text.Length > 0 && text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || Specials.Contains(c, StringComparison.Ordinal)
            || (c > '\x7F' && c != '\uFFFD' && !char.IsWhiteSpace(c)));

    private static string? Fold(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // half a surrogate pair is no character
            return null;
        }
    }

    [GeneratedRegex(@"[\\""]")]
    private static partial Regex Escaping();
}
