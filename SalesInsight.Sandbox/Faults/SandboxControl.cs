using System.Net;
using SalesInsight.Sandbox.Faults.Control;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;
using SalesInsight.Sandbox.Seeds;

namespace SalesInsight.Sandbox.Faults;

/// <summary>
/// The control room under <c>/_sandbox</c>: what no Salesforce offers, for tests and the demo. Without sign-in, and
/// for callers on this machine only.
/// </summary>
internal static class SandboxControl
{
    internal static void MapSandboxControl(this WebApplication app)
    {
        var control = app.MapGroup("/_sandbox").AddEndpointFilter(OnlyThisMachineAsync);
        control.MapPost("/reset", Reset);
        control.MapPost("/seed", Seed);
        control.MapGet("/clock", (SandboxOrg org) => new { now = org.Clock.UtcNow });
        control.MapPost("/clock", MoveClock);
        control.MapGet("/calls", Calls);
        control.MapDelete("/calls", (CallCounter calls) => calls.Reset());
        control.MapPost("/usage", (UsageChange change, ApiUsage usage) => usage.Set(change.Used));
        control.MapPost("/longcalls", (LongCallChange change, LongCalls calls) => calls.Pretend(change.Count));
        control.MapFaultControl();
        control.MapLabControl();
        control.MapRightsControl();
        control.MapPlatformControl();
        control.MapAssumptionControl();
    }

    private static async ValueTask<object?> OnlyThisMachineAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // No address at all is an in-process test server.
        var address = context.HttpContext.Connection.RemoteIpAddress;
        if (address is not null && !IPAddress.IsLoopback(address)) return Results.NotFound();
        try
        {
            return await next(context);
        }
        catch (ArgumentException fault)
        {
            return Results.BadRequest(new { error = fault.Message });
        }
    }

    private static void Reset(SandboxOrg org, FaultPlan faults)
    {
        faults.Clear();
        org.Reset();
    }

    /// <summary>Starts over from a seed by name, and/or adds so many plain tasks to one user.</summary>
    private static IResult Seed(SeedChange change, SandboxOrg org, FaultPlan faults)
    {
        if (change.Name is not null)
        {
            faults.Clear();
            org.Reset(change.Name);
        }

        if (change.Tasks > 0) BulkSeed.Fill(org, change.User ?? SetupSeed.Mara, change.Tasks);
        return Results.Ok(new { tasks = org.Records.List(org.As(SetupSeed.Admin), "Task").Count });
    }

    private static IResult MoveClock(ClockChange change, SandboxOrg org)
    {
        if (change.Now is { } now) org.Clock.Set(now);
        org.Clock.Advance(TimeSpan.FromSeconds(change.AdvanceSeconds));
        return Results.Ok(new { now = org.Clock.UtcNow });
    }

    private static IResult Calls(CallCounter calls, ApiUsage usage) =>
        Results.Ok(new { total = calls.Total, byKind = calls.ByKind, byUser = calls.ByUser, used = usage.Used });

    private sealed record SeedChange(string? Name, string? User, int Tasks = 0);

    private sealed record ClockChange(DateTimeOffset? Now, double AdvanceSeconds = 0);

    private sealed record UsageChange(int Used);

    private sealed record LongCallChange(int Count);
}
