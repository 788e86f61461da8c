using System.Globalization;
using System.Text.Json;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Sandbox.Rest;

/// <summary>Rows as JSON, moments as <c>2015-06-26T19:57:44.000+0000</c> (facts 2.1).</summary>
internal static class RecordJson
{
    private const int MomentLength = 28;

    internal static void Write(
        Utf8JsonWriter writer, SObjectRecord row, SoqlProjection projection, string versionPath,
        Action<SoqlColumn.Children, SObjectRecord>? writeChildren = null)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("attributes");
        writer.WriteString("type", row.Schema.Name);
        writer.WriteString("url", $"{versionPath}/sobjects/{row.Schema.Name}/{row.Id}");
        writer.WriteEndObject();
        foreach (var column in projection.Columns)
        {
            writer.WritePropertyName(column.Name);
            switch (column)
            {
                case SoqlColumn.Value value:
                    WriteValue(writer, value.Read(row));
                    break;
                case SoqlColumn.Parent parent when parent.Follow(row) is { } held:
                    Write(writer, held, parent.Projection, versionPath);
                    break;
                case SoqlColumn.Children children when writeChildren is not null:
                    writeChildren(children, row);
                    break;
                default:
                    writer.WriteNullValue();
                    break;
            }
        }

        writer.WriteEndObject();
    }

    internal static string Moment(DateTimeOffset at) => string.Create(MomentLength, at.UtcDateTime, (text, moment) =>
    {
        // Seven of them in every row: the sortable format is read much faster than a format of our own.
        moment.TryFormat(text, out var written, "s", CultureInfo.InvariantCulture);
        text[written] = '.';
        moment.Millisecond.TryFormat(text[(written + 1)..], out _, "000", CultureInfo.InvariantCulture);
        "+0000".CopyTo(text[(written + 4)..]);
    });

    internal static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case DateOnly day:
                writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                writer.WriteStringValue(Moment(moment));
                break;
            default:
                throw new InvalidOperationException($"A row cannot hold a {value.GetType().Name}");
        }
    }
}
