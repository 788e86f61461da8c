using Microsoft.AspNetCore.Diagnostics;

namespace SalesInsight.Web.Api;

/// <summary>Whatever goes wrong below /api is answered as problem+json, never with a page.</summary>
internal static class ApiErrors
{
    public const string Root = "/api";

    /// <summary>Inside what makes pages of errors, outside everything that can fail.</summary>
    public static void UseApiErrors(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Root),
        api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = AnswerFaultAsync,
                SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException,
            });
            api.UseStatusCodePages(empty => Of(empty.HttpContext.Response.StatusCode).Answer()
                .ExecuteAsync(empty.HttpContext));
        });

    private static Task AnswerFaultAsync(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = (fault as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
        return Of(status).Answer().ExecuteAsync(context);
    }

    /// <summary>For what the framework refuses before a call of ours is reached.</summary>
    internal static ApiProblem Of(int status) => status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => ApiProblem.UnknownCall,
        StatusCodes.Status413PayloadTooLarge => ApiProblem.BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => ApiProblem.MediaTypeNotJson,
        < StatusCodes.Status500InternalServerError => ApiProblem.RequestMalformed,
        _ => ApiProblem.ServerError,
    };
}
