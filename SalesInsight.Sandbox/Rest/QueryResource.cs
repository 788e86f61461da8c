using System.Globalization;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Sandbox.Rest;

/// <summary>query and queryAll with paging (facts 2.3).</summary>
internal sealed class QueryResource
{
    private const int PageSizeMax = 2_000;
    private const int PageSizeMin = 200;
    private const int CursorsMax = 1_000;
    private static readonly TimeSpan CursorLifetime = TimeSpan.FromDays(2);
    private readonly SandboxOrg org;
    private readonly Lock gate = new();
    private readonly Dictionary<string, QueryCursor> cursors = new(StringComparer.Ordinal);
    private readonly Queue<string> cursorsByAge = new();
    private long opened;

    internal QueryResource(SandboxOrg org)
    {
        this.org = org;
        org.AfterReset += Forget;
    }

    internal RestResponse First(RestRequest request)
    {
        if (request.QueryValue("explain") is { Length: > 0 } explained) return Explain(request, explained);
        if (request.QueryValue("q") is not { Length: > 0 } soql)
            return RestResponse.Refused(SandboxErrors.MalformedQuery("A query string has to be specified"));
        var all = string.Equals(request.Segments[0], "queryAll", StringComparison.OrdinalIgnoreCase);
        return org.Queries.Run(request.Context, soql, all) switch
        {
            QueryOutcome.Refused refused => RestResponse.Refused(refused.Error),
            QueryOutcome.Count count => Counted(count.Number),
            QueryOutcome.Rows rows => Page(request, Open(request, rows), 0),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private void Forget()
    {
        lock (gate)
        {
            cursors.Clear();
            cursorsByAge.Clear();
            opened = 0;
        }
    }

    /// <summary>Query plans as jsforce reads them (facts 2.3); the sandbox always scans.</summary>
    private RestResponse Explain(RestRequest request, string soql)
    {
        var outcome = org.Queries.Run(request.Context, soql, all: false);
        if (outcome is QueryOutcome.Refused refused) return RestResponse.Refused(refused.Error);
        var rows = outcome as QueryOutcome.Rows;
        var cardinality = rows?.Found.Count ?? ((QueryOutcome.Count)outcome).Number;
        return RestResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("plans");
            writer.WriteStartObject();
            writer.WriteNumber("cardinality", cardinality);
            writer.WriteStartArray("fields");
            writer.WriteEndArray();
            writer.WriteString("leadingOperationType", "TableScan");
            writer.WriteNumber("relativeCost", 1.0);
            writer.WriteNumber("sobjectCardinality", cardinality);
            writer.WriteString("sobjectType", SoqlParser.Parse(soql, default).From.Text);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>Locators work under either path and any version, as jsforce needs (facts 2.3).</summary>
    internal RestResponse Next(RestRequest request, string locator)
    {
        var dash = locator.LastIndexOf('-');
        var key = dash < 0 ? locator : locator[..dash];
        var readable = dash > 0 && int.TryParse(locator.AsSpan(dash + 1), NumberStyles.None, null, out _);
        QueryCursor? cursor;
        lock (gate) cursor = cursors.GetValueOrDefault(key);
        var alive = cursor is not null && cursor.UserId == request.Context.UserId
            && org.Clock.UtcNow - cursor.Opened <= CursorLifetime;
        var from = readable ? int.Parse(locator.AsSpan(dash + 1), CultureInfo.InvariantCulture) : 0;
        return alive && readable && from < cursor!.Rows.Count
            ? Page(request, cursor, from)
            : RestResponse.Refused(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    private QueryCursor Open(RestRequest request, QueryOutcome.Rows rows)
    {
        var key = RecordId.Create("01g", Interlocked.Increment(ref opened));
        var size = PageSize(request.Header("Sforce-Query-Options"));
        var cursor = new QueryCursor(
            key, request.Context.UserId, rows.Found, rows.Projection, size, org.Clock.UtcNow);
        if (rows.Found.Count <= size) return cursor;
        lock (gate)
        {
            cursors[key] = cursor;
            cursorsByAge.Enqueue(key);
            if (cursorsByAge.Count > CursorsMax) cursors.Remove(cursorsByAge.Dequeue());
        }

        return cursor;
    }

    private RestResponse Page(RestRequest request, QueryCursor cursor, int from)
    {
        var until = Math.Min(from + cursor.PageSize, cursor.Rows.Count);
        var done = until == cursor.Rows.Count;
        // Relationship columns read parents while the page is written: not while somebody writes them.
        lock (org.Gate)
        {
            return RestResponse.Json(200, writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("totalSize", cursor.Rows.Count);
                writer.WriteBoolean("done", done);
                if (!done) writer.WriteString("nextRecordsUrl", $"{request.VersionPath}/query/{cursor.Key}-{until}");
                writer.WriteStartArray("records");
                for (var at = from; at < until; at++)
                    RecordJson.Write(writer, cursor.Rows[at], cursor.Projection, request.VersionPath);
                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        }
    }

    private static RestResponse Counted(int number) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("totalSize", number);
        writer.WriteBoolean("done", true);
        writer.WriteStartArray("records");
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary><c>batchSize=N</c> is a hint within 200 and 2,000.</summary>
    private static int PageSize(string? header)
    {
        const string name = "batchSize=";
        var start = header?.IndexOf(name, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0) return PageSizeMax;
        var digits = header!.AsSpan(start + name.Length).Trim();
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? digits : digits[..end], out var size)
            ? Math.Clamp(size, PageSizeMin, PageSizeMax)
            : PageSizeMax;
    }
}
