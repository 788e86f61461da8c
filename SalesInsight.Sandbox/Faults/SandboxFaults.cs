using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Faults;

/// <summary>Puts the fault plan in front of every room but the control room.</summary>
internal static class SandboxFaults
{
    internal static void UseSandboxFaults(this WebApplication app)
    {
        var org = app.Services.GetRequiredService<SandboxOrg>();
        var plan = app.Services.GetRequiredService<FaultPlan>();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/services"),
            branch => branch.Use(next => new FaultMiddleware(org, plan, next).InvokeAsync));
    }
}
