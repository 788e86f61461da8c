using System.Text.Json;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Sandbox.Rest;

/// <summary>One page of an answer; rows found by a sub-query are pages of their own, inside (facts 2.3, 9.1).</summary>
internal sealed class QueryPage
{
    private readonly Utf8JsonWriter writer;
    private readonly QueryCursors cursors;
    private readonly string versionPath;

    private QueryPage(Utf8JsonWriter writer, QueryCursors cursors, string versionPath) =>
        (this.writer, this.cursors, this.versionPath) = (writer, cursors, versionPath);

    internal static void Write(
        Utf8JsonWriter writer, QueryCursors cursors, QueryCursor cursor, int from, string versionPath) =>
        new QueryPage(writer, cursors, versionPath).Write(cursor, from);

    private void Write(QueryCursor cursor, int from)
    {
        var until = cursor.EndOf(from);
        var done = until == cursor.Rows.Count;
        writer.WriteStartObject();
        writer.WriteNumber("totalSize", cursor.Rows.Count);
        writer.WriteBoolean("done", done);
        if (!done) writer.WriteString("nextRecordsUrl", $"{versionPath}/query/{cursor.Key}-{until}");
        writer.WriteStartArray("records");
        for (var at = from; at < until; at++)
        {
            RecordJson.Write(writer, cursor.Rows[at], cursor.Projection, versionPath, (children, row) =>
                WriteChildren(cursor, children, row));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Null where there are none, as recorded by clients.</summary>
    private void WriteChildren(QueryCursor cursor, SoqlColumn.Children children, SObjectRecord row)
    {
        var rows = children.Under(row);
        if (rows.Count == 0) writer.WriteNullValue();
        else Write(cursors.Open(cursor.UserId, rows, children.Projection, cursor.PageSize), 0);
    }
}
