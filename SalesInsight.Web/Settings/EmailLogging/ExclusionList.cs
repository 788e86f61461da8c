using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Settings.EmailLogging;

/// <summary>A list of addresses and domains as the setting keeps it, one per line, and what may be added. Pure.
/// </summary>
internal static class ExclusionList
{
    /// <summary>Stands for the domain of whoever sent the mail.</summary>
    public const string OwnDomain = "own-domain";

    private static readonly char[] Separators = ['\n', '\r', ',', ';', ' ', '\t'];

    /// <summary>What became of an entry that was typed.</summary>
    public enum Problem
    {
        None,

        /// <summary>Nothing was typed.</summary>
        Blank,

        /// <summary>The part after @ is no domain name.</summary>
        NoDot,

        /// <summary>Neither an address nor a domain.</summary>
        Unreadable,

        /// <summary>It is on the list already.</summary>
        Known,

        /// <summary>The list is as long as it may be.</summary>
        Full,
    }

    public static string[] Entries(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    public static string Without(string text, string entry) =>
        string.Join('\n', Entries(text).Where(e => e != entry));

    /// <summary>Adds what was typed or pasted, several entries at once too; all of it or nothing.</summary>
    /// <returns>The new list, or the first entry that cannot be taken and why.</returns>
    public static (string Text, Problem Problem, string Entry) Add(string text, string typed)
    {
        var added = Entries(typed.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToList();
        if (added.Count == 0) return (text, Problem.Blank, "");
        var known = Entries(text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in added)
            if (ProblemOf(entry, known) is var problem and not Problem.None) return (text, problem, entry);
        var next = string.Join('\n', Entries(text).Concat(added));
        return SettingKeys.EmailExclusions.IsInRange(next)
            ? (next, Problem.None, "")
            : (text, Problem.Full, added[0]);
    }

    private static Problem ProblemOf(string entry, HashSet<string> known)
    {
        if (known.Contains(entry)) return Problem.Known;
        if (SettingKeys.EmailExclusions.IsInRange(entry)) return Problem.None;
        return entry.LastIndexOf('@') is >= 0 and var at && !entry[at..].Contains('.', StringComparison.Ordinal)
            ? Problem.NoDot
            : Problem.Unreadable;
    }
}
