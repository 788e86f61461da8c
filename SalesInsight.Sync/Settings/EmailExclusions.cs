using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Settings;

/// <summary>
/// A list of addresses and domains mails are not logged for, as a person types it: one entry per line, or with commas
/// between. A domain stands for everything below it too. Pure.
/// </summary>
internal sealed class EmailExclusions
{
    /// <summary>Stands for the domain of whoever sent the mail.</summary>
    public const string OwnDomain = "own-domain";

    public const int EntriesMax = 1_000;
    public const int LengthMax = 40_000;

    private static readonly char[] Separators = ['\n', '\r', ',', ';', ' ', '\t'];

    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);

    private EmailExclusions(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
            if (entry == OwnDomain) ExcludesOwnDomain = true;
            else if (EmailAddress.Parse(entry) is { } address) _addresses.Add(address.Key);
            else if (EmailAddress.DomainOf(entry.TrimStart('@')) is { } domain) _domains.Add(domain);
    }

    public bool ExcludesOwnDomain { get; }

    /// <summary>An entry that cannot be read excludes nothing; saving such a list is refused.</summary>
    public static EmailExclusions Of(string text) => new(Entries(text));

    /// <summary>True for a list that may be saved: every entry is an address or a domain, and not too many.</summary>
    public static bool IsUsable(string text)
    {
        if (text.Length > LengthMax) return false;
        var entries = Entries(text);
        return entries.Length <= EntriesMax && entries.All(e => e == OwnDomain
            || EmailAddress.Parse(e) is not null || EmailAddress.DomainOf(e.TrimStart('@')) is not null);
    }

    public bool Contains(EmailAddress address) =>
        _addresses.Contains(address.Key) || _domains.Any(d => IsWithin(address.Domain, d));

    /// <summary>True when the domain is that one or lies below it.</summary>
    public static bool IsWithin(string domain, string above) =>
        domain == above || (domain.EndsWith(above, StringComparison.Ordinal) && domain[^(above.Length + 1)] == '.');

    /// <summary>The list without what excludes this address, written with one entry per line.</summary>
    /// <param name="text">The list as it was typed.</param>
    /// <param name="address">Whom it is to exclude no longer.</param>
    /// <param name="user">Whose mail it is: the domain <see cref="OwnDomain"/> stands for.</param>
    public static string Without(string text, EmailAddress address, EmailAddress user) => string.Join(
        '\n',
        Entries(text).Where(e => e == OwnDomain ? !IsColleague(address, user) : !Of(e).Contains(address)));

    /// <summary>True when one of them is in the other's domain, or below it.</summary>
    public static bool IsColleague(EmailAddress address, EmailAddress user) =>
        IsWithin(address.Domain, user.Domain) || IsWithin(user.Domain, address.Domain);

    private static string[] Entries(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
