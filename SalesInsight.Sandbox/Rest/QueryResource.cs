using System.Globalization;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Sandbox.Rest;

/// <summary>query and queryAll with paging (facts 2.3).</summary>
internal sealed class QueryResource(SandboxOrg org)
{
    private const int PageSizeMax = 2_000;
    private const int PageSizeMin = 200;
    private readonly QueryCursors cursors = new(org);

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

    /// <summary>Query plans as jsforce reads them (facts 2.3); the sandbox always scans.</summary>
    private RestResponse Explain(RestRequest request, string soql)
    {
        var outcome = org.Queries.Run(request.Context, soql, all: false);
        if (outcome is QueryOutcome.Refused refused) return RestResponse.Refused(refused.Error);
        var rows = outcome as QueryOutcome.Rows;
        var from = org.Schema.Require(SoqlParser.Parse(soql, default).From.Text).Name;
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
            writer.WriteNumber("sobjectCardinality", org.Records.List(request.Context, from).Count);
            writer.WriteString("sobjectType", from);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>Locators work under either path and any version, as jsforce needs (facts 2.3).</summary>
    internal RestResponse Next(RestRequest request, string locator)
    {
        var dash = locator.LastIndexOf('-');
        var from = 0;
        var readable = dash > 0 && int.TryParse(locator.AsSpan(dash + 1), NumberStyles.None, null, out from);
        var cursor = readable ? cursors.Find(request.Context.UserId, locator[..dash]) : null;
        return cursor is not null && from < cursor.Rows.Count
            ? Page(request, cursor, from)
            : RestResponse.Refused(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    private QueryCursor Open(RestRequest request, QueryOutcome.Rows rows) => cursors.Open(
        request.Context.UserId, rows.Found, rows.Projection, PageSize(request.Header("Sforce-Query-Options")));

    private RestResponse Page(RestRequest request, QueryCursor cursor, int from)
    {
        // Relationship columns read parents while the page is written: not while somebody writes them.
        lock (org.Gate)
        {
            return RestResponse.Json(200, writer =>
                QueryPage.Write(writer, cursors, cursor, from, request.VersionPath));
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
