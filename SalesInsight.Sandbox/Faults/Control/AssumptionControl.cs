namespace SalesInsight.Sandbox.Faults.Control;

/// <summary><c>/_sandbox/assumptions</c>: what the org answers where the facts leave two answers open.</summary>
internal static class AssumptionControl
{
    internal static void MapAssumptionControl(this RouteGroupBuilder control)
    {
        control.MapGet("/assumptions", (SandboxOptions options) => SandboxAssumptions.All.Select(assumption => new
        {
            name = assumption.Name,
            fact = assumption.Fact,
            answers = assumption.Answers.Select(answer => $"{answer}"),
            answer = $"{assumption.Read(options)}",
        }));
        control.MapPost("/assumptions", (AssumptionChange change, SandboxOptions options) =>
            Find(change.Name).Set(options, change.Answer));
    }

    private static SandboxAssumption Find(string name) =>
        SandboxAssumptions.All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no assumption {name}");

    private sealed record AssumptionChange(string Name, string Answer);
}
