using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>
/// <c>Sforce-Limit-Info: api-usage=18/5000; per-app-api-usage=17/250(appName=X)</c>. Anything may surround the org's
/// part (an anchored pattern is how other clients lost their budget guard, facts 2.1).
/// </summary>
internal static partial class UsageHeader
{
    public const string Name = "Sforce-Limit-Info";

    public static (int Used, int Max)? Parse(string? header)
    {
        var match = OrgPart().Match(header ?? "");
        if (!match.Success) return null;
        return int.TryParse(match.Groups["used"].Value, CultureInfo.InvariantCulture, out var used)
            && int.TryParse(match.Groups["max"].Value, CultureInfo.InvariantCulture, out var max)
            && max > 0
            ? (used, max)
            : null;
    }

    [GeneratedRegex(@"(?:\A|[;,\s])api-usage\s*=\s*(?<used>\d+)\s*/\s*(?<max>\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex OrgPart();
}
