using System.Globalization;
using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Writing;

/// <summary>Turns what a client sent into the value a row holds, or says why not.</summary>
internal static class FieldValue
{
    private static readonly string[] MomentFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz",
    ];

    internal static bool TryRead(FieldSchema field, object? sent, bool trims, out object? value, out string typeName)
    {
        (value, typeName) = (null, field.Type.ToString().ToLowerInvariant());
        if (sent is null) return true;
        switch (field.Type)
        {
            case FieldType.Boolean:
                value = sent as bool? ?? (bool.TryParse(sent as string, out var flag) ? flag : null);
                return value is not null;
            case FieldType.Int:
                value = ReadNumber(sent) is { } whole && whole == Math.Truncate(whole) ? (int)whole : null;
                return value is not null;
            case FieldType.Double:
                value = ReadNumber(sent);
                return value is not null;
            case FieldType.Date:
                value = sent as DateOnly? ?? ReadDate(sent);
                return value is not null;
            case FieldType.DateTime:
                value = sent as DateTimeOffset? ?? ReadMoment(sent as string);
                return value is not null;
            default:
                value = ReadText(sent, trims);
                return sent is string or double or int or bool;
        }
    }

    /// <summary>A moment as clients write it: with Z, +00:00 or +0000.</summary>
    internal static DateTimeOffset? ReadMoment(string? text)
    {
        if (text is null) return null;
        var colonless = text.Length > 5 && text[^5] is '+' or '-'
            && text.AsSpan(^4).IndexOfAnyExceptInRange('0', '9') < 0;
        var normal = colonless ? $"{text[..^2]}:{text[^2..]}" : text;
        const DateTimeStyles utc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        return DateTimeOffset.TryParseExact(normal, MomentFormats, CultureInfo.InvariantCulture, utc, out var moment)
            ? moment.ToUniversalTime()
            : null;
    }

    private static DateOnly? ReadDate(object sent)
    {
        if (sent is not string text) return null;
        // A moment is accepted for a date; its clock part is dropped without any zone conversion.
        var day = text.Length > 10 && text[10] == 'T' ? text[..10] : text;
        return DateOnly.TryParseExact(
            day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 1700 and <= 4000
            ? date
            : null;
    }

    private static double? ReadNumber(object sent) => sent switch
    {
        double number => number,
        int number => number,
        long number => number,
        string text when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static string? ReadText(object sent, bool trims)
    {
        var text = Convert.ToString(sent, CultureInfo.InvariantCulture) ?? "";
        if (!trims) return text;
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }
}
