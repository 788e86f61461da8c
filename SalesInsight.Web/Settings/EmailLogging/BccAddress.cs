using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Settings.EmailLogging;

/// <summary>
/// An Email to Salesforce address typed by hand. A wrong one would send copies of every mail to a stranger, so more is
/// asked of it than that it can be written to. Pure.
/// </summary>
internal static class BccAddress
{
    /// <summary>Salesforce's own domain, and that of the stand-in of the demo.</summary>
    private static readonly string[] Homes = [".salesforce.com", ".salesforce.test"];

    /// <summary>What can be wrong with it.</summary>
    public enum Problem
    {
        None,

        /// <summary>Nothing was typed.</summary>
        Blank,

        /// <summary>There is no @ in it.</summary>
        NoAt,

        /// <summary>The part after @ has no dot.</summary>
        NoDot,

        /// <summary>No address for another reason.</summary>
        Unreadable,

        /// <summary>An address, but none of Salesforce's: to be confirmed.</summary>
        NotSalesforce,
    }

    public static Problem Check(string typed)
    {
        var address = typed.Trim();
        if (address.Length == 0) return Problem.Blank;
        var at = address.LastIndexOf('@');
        if (at < 0) return Problem.NoAt;
        if (!address[at..].Contains('.', StringComparison.Ordinal)) return Problem.NoDot;
        if (!SettingKeys.EmailBccAddress.IsInRange(address)) return Problem.Unreadable;
        return Homes.Any(home => address.EndsWith(home, StringComparison.OrdinalIgnoreCase))
            ? Problem.None
            : Problem.NotSalesforce;
    }
}
