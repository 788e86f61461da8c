using System.Text;
using System.Text.Json.Nodes;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>A JSON body with the very headers of the login host; the framework's own results would respell the
/// content type.</summary>
internal sealed class OAuthAnswer(JsonObject body, int status = StatusCodes.Status200OK) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers.Pragma = "no-cache";
        response.ContentType = "application/json;charset=UTF-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
