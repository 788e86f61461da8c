using System.Net.Mime;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SalesInsight.Web.Api;

/// <summary>
/// Puts the body of a call into its description. Accepts would do it too, but it also takes part in routing: a body of
/// another type would be told there is no such call.
/// </summary>
internal static class BodyDescription
{
    /// <summary>The body is one JSON object of this shape.</summary>
    public static RouteHandlerBuilder Takes<TInput>(this RouteHandlerBuilder call) =>
        call.AddOpenApiOperationTransformer(async (operation, context, stop) =>
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [MediaTypeNames.Application.Json] = new()
                    {
                        Schema = await context.GetOrCreateSchemaAsync(typeof(TInput), null, stop),
                    },
                },
            });
}
