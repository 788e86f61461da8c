namespace SalesInsight.Tests.Simulation.Checks;

/// <summary>One promise, and how to see that it was kept. Compares with what people did, never with what the engine
/// thinks.</summary>
internal sealed record Checker(string Name, Func<LastLook, IEnumerable<string>> Broken)
{
    public static readonly IReadOnlyList<Checker> All =
    [
        new("NoAccident", look => look.World.Accidents),
        new("NoEditLost", EditChecks.Lost),
        new("NoDuplicate", PresenceChecks.Doubled),
        new("NothingDeletedUnasked", PresenceChecks.Vanished),
        new("DeletionTravels", PresenceChecks.LeftOver),
        new("CreationTravels", PresenceChecks.Missing),
        new("InStep", EditChecks.OutOfStep),
        new("OthersUntouched", PresenceChecks.Foreign),
        new("OlderStaysHere", PresenceChecks.SentUnasked),
        new("ModeObeyed", look => look.World.Unwanted),
        new("AsTyped", EditChecks.WrittenBack),
        new("RuleObeyed", EditChecks.AgainstTheRule),
        new("Settles", Restless),
        new("Silent", Noisy),
    ];

    public IEnumerable<Violation> Check(LastLook look) => Broken(look).Select(says => new Violation(Name, says));

    private static IEnumerable<string> Restless(LastLook look)
    {
        if (!look.IsSettled) yield return "Still moving after the last healing run";
    }

    private static IEnumerable<string> Noisy(LastLook look)
    {
        if (look.WritesAtTheEnd > 0) yield return $"{look.WritesAtTheEnd} calls wrote though nobody did anything";
    }
}
