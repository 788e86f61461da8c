using System.Net.Mime;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>
/// Puts body and header of a call into its description. Accepts would do the first, but it also takes part in routing:
/// a body of another type would be told there is no such call.
/// </summary>
internal static class TaskInputDescription
{
    public static RouteHandlerBuilder TakesTask(
        this RouteHandlerBuilder call, (string Name, bool IsRequired) header) =>
        call.AddOpenApiOperationTransformer(async (operation, context, stop) => {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [MediaTypeNames.Application.Json] = new()
                    {
                        Schema = await context.GetOrCreateSchemaAsync(typeof(TaskInput), null, stop),
                    },
                },
            };
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = header.IsRequired,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        });
}
