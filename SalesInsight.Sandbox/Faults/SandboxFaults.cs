using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;

namespace SalesInsight.Sandbox.Faults;

/// <summary>Puts the fault plan in front of every room but the control room.</summary>
internal static class SandboxFaults
{
    internal static void UseSandboxFaults(this WebApplication app)
    {
        var org = app.Services.GetRequiredService<SandboxOrg>();
        var plan = app.Services.GetRequiredService<FaultPlan>();
        var usage = app.Services.GetRequiredService<ApiUsage>();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/services"),
            branch => branch.Use(next => new FaultMiddleware(org, plan, usage, next).InvokeAsync));
    }
}
