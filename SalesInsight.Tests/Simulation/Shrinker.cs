using System.Collections.Immutable;

namespace SalesInsight.Tests.Simulation;

/// <summary>Makes a failing script short: takes steps away as long as the same checker still notices.</summary>
internal static class Shrinker
{
    private const int AttemptsMax = 400;

    public static Script Shrink(Script script, Func<Script, bool> fails)
    {
        var attempts = 0;
        for (var size = Math.Max(1, script.Steps.Length / 2); ; size = Math.Max(1, size / 2))
        {
            var shorter = TakeAway(script, size, Try);
            if (size == 1 && shorter.Length == script.Length) return Simplify(shorter, Try);
            script = shorter;
        }

        bool Try(Script candidate) => attempts++ < AttemptsMax && fails(candidate);
    }

    private static Script TakeAway(Script script, int size, Func<Script, bool> fails)
    {
        for (var at = script.Steps.Length - size; at >= 0; at--)
        {
            if (at + size > script.Steps.Length) continue;
            var shorter = script with { Steps = script.Steps.RemoveRange(at, size) };
            if (fails(shorter)) script = shorter;
        }

        return TakePartsAway(script, fails);
    }

    private static Script TakePartsAway(Script script, Func<Script, bool> fails)
    {
        for (var at = 0; at < script.Steps.Length; at++)
        {
            for (var part = script.Steps[at].Parts.Length - 1; part >= 0; part--)
            {
                var shorter = With(script, at, s => s with { Inside = s.Parts.RemoveAt(part) });
                if (fails(shorter)) script = shorter;
            }
        }

        return script;
    }

    /// <summary>Ordinary pauses and one rep, where that is enough.</summary>
    private static Script Simplify(Script script, Func<Script, bool> fails)
    {
        var alone = script with { Setup = script.Setup with { Reps = 1 } };
        if (script.Setup.Reps > 1 && fails(alone)) script = alone;
        for (var at = 0; at < script.Steps.Length; at++)
        {
            var quick = With(script, at, s => s with { Pause = 5 });
            if (script.Steps[at].Pause > 5 && fails(quick)) script = quick;
        }

        return script;
    }

    private static Script With(Script script, int at, Func<Step, Step> change) =>
        script with { Steps = script.Steps.SetItem(at, change(script.Steps[at])) };
}
