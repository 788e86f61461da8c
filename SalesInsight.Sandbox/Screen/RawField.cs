using System.Globalization;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Setup;

namespace SalesInsight.Sandbox.Screen;

/// <summary>One field as the API would show it; an empty one has no text.</summary>
internal sealed record RawField(string Name, string Value)
{
    /// <summary>Every field of the row this person may see.</summary>
    public static IReadOnlyList<RawField> Of(SObjectRecord row, CallContext context, Sharing sharing) =>
    [
        .. row.Schema.Fields
            .Where(field => !sharing.HidesField(context, row.Schema.Name, field.Name))
            .Select(field => new RawField(field.Name, Text(row[field.Name]))),
    ];

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
