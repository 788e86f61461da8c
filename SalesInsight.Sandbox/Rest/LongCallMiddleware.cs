namespace SalesInsight.Sandbox.Rest;

/// <summary>Watches how long calls take, from before any fault delays them.</summary>
internal sealed class LongCallMiddleware(LongCalls calls, ApiUsage usage, RequestDelegate next)
{
    internal async Task InvokeAsync(HttpContext context)
    {
        if (calls.AreTooMany)
        {
            context.Response.Headers["Sforce-Limit-Info"] = usage.Header("");
            await RestService.WriteAsync(context, RestResponse.Refused(
                403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded."));
            return;
        }

        var call = calls.Begin();
        try
        {
            await next(context);
        }
        finally
        {
            calls.End(call);
        }
    }
}
