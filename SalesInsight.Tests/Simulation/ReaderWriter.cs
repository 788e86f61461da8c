using System.Collections.Immutable;

namespace SalesInsight.Tests.Simulation;

/// <summary>
/// Puts an org reader into some scripts, with chance of its own: the stories of all other seeds stay as they are.
/// </summary>
internal sealed class ReaderWriter(ulong seed)
{
    private const int WorldsPercent = 30, BeforeRunPercent = 60, ElsewherePercent = 10, InsidePercent = 30;

    private const int ScenePercent = 30, ActsMax = 3, MomentsMax = 18, PartsMax = 2;

    private static readonly StepKind[] There =
    [
        StepKind.ThereAdd, StepKind.ThereEdit, StepKind.ThereEdit, StepKind.ThereComplete, StepKind.ThereReopen,
        StepKind.ThereDelete, StepKind.ThereRestore, StepKind.ThereReassign, StepKind.ThereReassign,
        StepKind.ThereEditLate, StepKind.ThereHide, StepKind.ThereShow, StepKind.Wait,
    ];

    private static readonly StepKind[] WithinAReading =
    [
        StepKind.Kill, StepKind.Kill, StepKind.Fault, StepKind.Fault, StepKind.Straggle, StepKind.Run, StepKind.Run,
        StepKind.ThereEdit, StepKind.ThereEdit, StepKind.HereEdit, StepKind.ThereDelete, StepKind.ThereReassign,
        StepKind.ExpireSession, StepKind.ReadOrg, StepKind.ThereEditLate,
    ];

    private readonly Dice _dice = new(seed ^ 0x0EADE5);

    public Script AddTo(Script script) => _dice.Chance(WorldsPercent)
        ? new Script(script.Setup with { HasOrgReader = true }, [.. script.Steps.SelectMany(Around)])
        : script;

    private IEnumerable<Step> Around(Step step)
    {
        if (_dice.Chance(step.Kind == StepKind.Run ? BeforeRunPercent : ElsewherePercent)) yield return DrawReading();
        yield return step.Kind == StepKind.Run && _dice.Chance(InsidePercent)
            ? step with { Inside = [.. step.Parts.Append(DrawReading(isInside: true)).OrderBy(s => s.At)] }
            : step;
        if (_dice.Chance(2)) yield return new Step(StepKind.RevokeReader, Pause: 1);
        if (!_dice.Chance(ScenePercent)) yield break;
        foreach (var scene in DrawScene()) yield return scene;
    }

    /// <summary>People there are busy, people here are not: runs that need no call of their own.</summary>
    private IEnumerable<Step> DrawScene()
    {
        for (var at = 1 + _dice.Below(ActsMax); at > 0; at--)
        {
            yield return new Step(_dice.Of(There), _dice.Below(2), _dice.Below(1_000), Pause: 1 + _dice.Below(30));
            yield return DrawReading();
            var parts = _dice.Chance(30) ? 1 + _dice.Below(PartsMax) : 0;
            yield return new Step(
                StepKind.Run, _dice.Below(2), _dice.Below(1_000), Pause: 1 + _dice.Below(10),
                Inside: [.. Enumerable.Range(0, parts).Select(_ => DrawPart()).OrderBy(s => s.At)]);
        }
    }

    private Step DrawReading(bool isInside = false)
    {
        var parts = _dice.Chance(isInside ? 20 : 40) ? 1 + _dice.Below(PartsMax) : 0;
        return new Step(
            StepKind.ReadOrg,
            B: _dice.Below(1_000),
            At: isInside ? 1 + _dice.Below(MomentsMax) : 0,
            Pause: DrawPause(),
            Inside: [.. Enumerable.Range(0, parts).Select(_ => DrawPart()).OrderBy(s => s.At)]);
    }

    private Step DrawPart() => new(
        _dice.Of(WithinAReading), _dice.Below(2), _dice.Below(1_000), At: 1 + _dice.Below(MomentsMax), _dice.Below(3));

    private int DrawPause() => _dice.Below(100) switch
    {
        < 85 => 1 + _dice.Below(70),
        < 97 => 60 * (1 + _dice.Below(20)),
        _ => 3_600 * (1 + _dice.Below(4)),
    };
}
