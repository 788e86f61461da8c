using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;

namespace SalesInsight.Sandbox.Faults;

/// <summary>Lets planned faults and hooks meet calls, before any room sees them.</summary>
internal sealed class FaultMiddleware(SandboxOrg org, FaultPlan faults, ApiUsage usage, RequestDelegate next)
{
    internal async Task InvokeAsync(HttpContext context)
    {
        var call = Moment(context);
        var met = faults.Meet(call, org.Random.Next);
        foreach (var fault in met)
            if (!await ApplyBeforeAsync(context, fault)) return;
        await faults.ReachBeforeAsync(call);
        if (met.OfType<SandboxFault.LoseReply>().Any()) await WorkThenBreakAsync(context, call);
        else if (met.OfType<SandboxFault.CutBody>().Any()) await WorkThenCutAsync(context, call);
        else if (faults.HasAfterHooks) await WorkThenHookAsync(context, call);
        else await next(context);
    }

    /// <summary>False when the fault was the whole answer.</summary>
    private async Task<bool> ApplyBeforeAsync(HttpContext context, SandboxFault fault)
    {
        switch (fault)
        {
            case SandboxFault.Answer answer:
                context.Response.StatusCode = answer.Status;
                context.Response.ContentType = answer.ContentType;
                context.Response.Headers["Sforce-Limit-Info"] = usage.Header("");
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body));
                return false;
            case SandboxFault.Latency latency:
                await Task.Delay(latency.By, org.Options.TimeProvider, context.RequestAborted);
                return true;
            case SandboxFault.DropBefore:
                context.Abort();
                return false;
            case SandboxFault.GzipLie:
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.ContentEncoding = "gzip";
                    return Task.CompletedTask;
                });
                context.Request.Headers.AcceptEncoding = default;
                return true;
            case SandboxFault.LoseReply or SandboxFault.CutBody:
                return true;
            default:
                throw new UnreachableException();
        }
    }

    private async Task WorkThenBreakAsync(HttpContext context, RequestMoment call)
    {
        context.Response.Body = Stream.Null;
        await next(context);
        await faults.ReachAfterAsync(call);
        context.Abort();
    }

    private async Task WorkThenHookAsync(HttpContext context, RequestMoment call)
    {
        var body = await WorkAsync(context, call);
        if (body.Length > 0) await context.Response.Body.WriteAsync(body);
    }

    /// <summary>The length promised is the whole body's, so that half of it is seen to be half.</summary>
    private async Task WorkThenCutAsync(HttpContext context, RequestMoment call)
    {
        var body = await WorkAsync(context, call);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body[..(body.Length / 2)]);
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>Lets the call do its work and keeps what it would have answered.</summary>
    private async Task<ReadOnlyMemory<byte>> WorkAsync(HttpContext context, RequestMoment call)
    {
        var wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        await next(context);
        await faults.ReachAfterAsync(call);
        context.Response.Body = wire;
        return held.ToArray();
    }

    private RequestMoment Moment(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var token = context.Request.Headers.Authorization.ToString().Split(' ', 2)[^1];
        return new RequestMoment(context.Request.Method, target, org.Sessions.Find(token)?.UserId);
    }
}
