using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Faults;

/// <summary>The control room under <c>/_sandbox</c>: what no Salesforce offers, for tests and the demo.</summary>
internal static class SandboxControl
{
    internal static void MapSandboxControl(this WebApplication app) =>
        app.MapPost("/_sandbox/reset", (SandboxOrg org) => org.Reset());
}
