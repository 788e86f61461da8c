using Microsoft.OpenApi;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>Puts body and header of a call that takes a task into its description.</summary>
internal static class TaskInputDescription
{
    public static RouteHandlerBuilder TakesTask(
        this RouteHandlerBuilder call, (string Name, bool IsRequired) header) =>
        call.Takes<TaskInput>().AddOpenApiOperationTransformer((operation, _, _) => {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = header.IsRequired,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            return Task.CompletedTask;
        });
}
