using System.Collections.Frozen;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>Leads, contacts, accounts and opportunities: read only, so that tasks have somebody to be about.</summary>
internal sealed record RecordListPage(string Path, string ObjectName, params (string Field, string Label)[] Columns)
{
    private const int RowsMax = 500;

    public static readonly FrozenDictionary<string, RecordListPage> ByObject = new RecordListPage[]
    {
        new("/leads", "Lead", ("Name", "Name"), ("Title", "Title"), ("Company", "Company"), ("Email", "Email"),
            ("Status", "Status"), ("OwnerId", "Owner")),
        new("/contacts", "Contact", ("Name", "Name"), ("Title", "Title"), ("AccountId", "Account"),
            ("Email", "Email"), ("OwnerId", "Owner")),
        new("/accounts", "Account", ("Name", "Name"), ("Industry", "Industry"), ("Phone", "Phone"),
            ("Website", "Website"), ("OwnerId", "Owner")),
        new("/opportunities", "Opportunity", ("Name", "Name"), ("AccountId", "Account"), ("StageName", "Stage"),
            ("CloseDate", "Close Date"), ("Amount", "Amount"), ("OwnerId", "Owner")),
    }.ToFrozenDictionary(page => page.ObjectName);

    public IResult Show(HttpContext http, Viewer viewer, SandboxOrg org, RecordNames names)
    {
        var rows = org.Records.List(viewer.Context, ObjectName)
            .OrderBy(row => row.Text("Name"), StringComparer.OrdinalIgnoreCase)
            .ToList();
        var title = org.Schema.Require(ObjectName).LabelPlural;
        return SandboxPage.Screen(http, viewer, title, Html.Of($"""
            <div class="head"><h1>{title}</h1><span class="quiet">{Count(rows.Count)}</span></div>
            {(rows.Count == 0 ? Empty(title) : Table(viewer, names, title, rows.Take(RowsMax)))}
            """));
    }

    private static string Count(int count) => count > RowsMax ? $"The first {RowsMax} of {count}" : $"{count} in all";

    private static Html Empty(string title) =>
        Html.Of($"""<p class="empty card">This Salesforce has no {title.ToLowerInvariant()}.</p>""");

    private Html Table(Viewer viewer, RecordNames names, string title, IEnumerable<SObjectRecord> rows) => Html.Of($"""
        <div class="card"><table class="rows" data-testid="record-list"><caption class="hidden">{title}</caption>
        <thead><tr>{Html.Join(Columns.Select(Heading))}</tr></thead>
        <tbody>{Html.Join(rows.Select(row => Row(viewer, names, row)))}</tbody></table></div>
        """);

    private static Html Heading((string Field, string Label) column) =>
        Html.Of($"""<th scope="col">{column.Label}</th>""");

    private Html Row(Viewer viewer, RecordNames names, SObjectRecord row) => Html.Of($"""
        <tr id="{row.Id}" data-id="{row.Id}"><th scope="row">{Value(viewer, names, row, Columns[0].Field)}</th>
        {Html.Join(Columns.Skip(1).Select(column => Cell(column, Value(viewer, names, row, column.Field))))}</tr>
        """);

    private static Html Cell((string Field, string Label) column, string value) =>
        Html.Of($"""<td data-label="{column.Label}">{value}</td>""");

    private static string Value(Viewer viewer, RecordNames names, SObjectRecord row, string field) => row[field] switch
    {
        DateOnly day => day.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
        double amount => amount.ToString("N0", System.Globalization.CultureInfo.InvariantCulture),
        string id when field.EndsWith("Id", StringComparison.Ordinal) => names.Of(viewer.Context, id),
        var other => other?.ToString() ?? "",
    };
}
