using System.Globalization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>Instants as Salesforce writes them: <c>2015-06-26T19:57:44.000+0000</c>, offset without a colon.</summary>
internal static class SalesforceTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? time
            : null;
}
