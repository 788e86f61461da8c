using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Rest;

/// <summary>Path and method to the resource that answers. Used by HTTP, composite and batch alike.</summary>
internal sealed class RestRouter(SandboxOrg org, QueryResource queries, LimitsResource limits)
{
    private readonly RecordResource records = new(org);
    private readonly CollectionResource collections = new(org);
    private readonly DescribeResource describe = new(org);
    private readonly ReplicationResource replication = new(org);

    internal RestResponse Route(RestRequest request) => ErrorStatus.AsAssumed(Find(request), org.Options);

    private RestResponse Find(RestRequest request) => request.Segments switch
    {
        [] => Get(request, describe.Resources),
        ["sobjects"] => Get(request, describe.Global),
        ["sobjects", var name, .. var rest] => org.Sharing.Find(request.Context, org.Schema, name) is { } schema
            ? RouteObject(request, schema, rest)
            : RestResponse.NotFound(),
        ["query" or "queryAll"] => Get(request, queries.First),
        ["query" or "queryAll", var locator] => Get(request, r => queries.Next(r, locator)),
        ["composite", "sobjects", .. var rest] => collections.Route(request, rest),
        ["limits"] => Get(request, limits.Limits),
        ["recent"] => Get(request, describe.Recent),
        ["tabs"] => Get(request, describe.Tabs),
        ["quickActions"] => Get(request, describe.QuickActions),
        ["theme"] => Get(request, describe.Theme),
        _ => RestResponse.NotFound(),
    };

    private RestResponse RouteObject(RestRequest request, Org.Schema.ObjectSchema schema, string[] rest) =>
        (request.Method, rest) switch
        {
            ("GET", []) => describe.Basic(request, schema),
            ("POST", [] or ["Id"]) => records.Create(request, schema),
            ("GET", ["describe"]) => describe.Describe(request, schema),
            ("GET", ["updated"]) => replication.Updated(request, schema),
            ("GET", ["deleted"]) => replication.Deleted(request, schema),
            ("GET", [var id]) => records.Get(request, schema, id),
            ("PATCH", [var id]) => records.Update(request, schema, id),
            ("DELETE", [var id]) => records.Delete(request, schema, id),
            ("GET", [var field, var value]) => records.GetBy(request, schema, field, value),
            ("PATCH", [var field, var value]) => records.Upsert(request, schema, field, value),
            ("DELETE", [var field, var value]) => records.DeleteBy(request, schema, field, value),
            (_, []) => RestResponse.WrongMethod(request.Method, "GET,HEAD,POST"),
            (_, { Length: <= 2 }) => RestResponse.WrongMethod(request.Method, "DELETE,GET,HEAD,PATCH"),
            _ => RestResponse.NotFound(),
        };

    private static RestResponse Get(RestRequest request, Func<RestRequest, RestResponse> answer) =>
        request.Method == "GET" ? answer(request) : RestResponse.WrongMethod(request.Method, "GET,HEAD");
}
