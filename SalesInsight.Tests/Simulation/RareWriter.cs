using System.Collections.Immutable;

namespace SalesInsight.Tests.Simulation;

/// <summary>
/// Puts what hardly ever happens into some scripts, with chance of its own: the stories of all other seeds stay as they
/// are.
/// </summary>
internal sealed class RareWriter(ulong seed)
{
    private const int SkewPercent = 20, ScenePercent = 15, NapPercent = 12;

    /// <summary>Clocks that are further off would be put right.</summary>
    private const int SkewSecondsMax = 300;

    /// <summary>Naps that a lease, a send's window and a deadline outlive, and some that they do not.</summary>
    private static readonly int[] Naps = [5, 20, 60, 130, 200];

    private static readonly Func<RareWriter, IEnumerable<Step>>[] Scenes =
    [
        w => w.DrawHeld(), w => w.DrawHeld(), w => w.DrawLead(), w => w.DrawLead(), w => w.DrawForgotten(),
        w => w.DrawReversion(), w => w.DrawLong(), w => w.DrawTouch(), w => w.DrawDeleteDuringPush(),
    ];

    private readonly Dice _dice = new(seed ^ 0x2A2E);

    public Script AddTo(Script script)
    {
        var setup = script.Setup with
        {
            SkewSeconds = _dice.Chance(SkewPercent) ? _dice.Below(2 * SkewSecondsMax) - SkewSecondsMax : 0,
        };
        return new Script(setup, [.. script.Steps.SelectMany(Around)]);
    }

    private IEnumerable<Step> Around(Step step)
    {
        yield return step.Kind == StepKind.Run && _dice.Chance(NapPercent)
            ? step with { Inside = [.. step.Parts, DrawNap()] }
            : step;
        if (step.Kind == StepKind.TurnOn || !_dice.Chance(ScenePercent)) yield break;
        foreach (var scene in _dice.Of(Scenes)(this)) yield return scene;
    }

    private Step DrawNap() => new(
        StepKind.Nap,
        At: 1 + _dice.Below(3),
        Pause: _dice.Of(Naps),
        When: _dice.Of([Moment.AtLease, Moment.AtLease, Moment.TransactionAfterRead, Moment.TransactionAfterWrite]),
        Inside: [.. DrawMeanwhile()]);

    private IEnumerable<Step> DrawMeanwhile()
    {
        if (_dice.Chance(40)) yield return Draw(StepKind.HereEdit);
        if (_dice.Chance(40)) yield return Draw(StepKind.ThereEdit);
        if (_dice.Chance(70)) yield return new Step(StepKind.Run, Pause: 1);
    }

    /// <summary>More is deleted there than the fence lets through, and somebody answers, or nobody.</summary>
    private IEnumerable<Step> DrawHeld()
    {
        for (var at = 0; at < 3; at++) yield return Draw(StepKind.ThereAdd);
        yield return Draw(StepKind.Run);
        yield return Draw(StepKind.ThereDeleteMany);
        yield return Draw(StepKind.Run);
        if (_dice.Chance(40))
            yield return Draw(_dice.Of([StepKind.HereEdit, StepKind.HereDelete, StepKind.ThereRestore]));
        if (_dice.Chance(70)) yield return Draw(StepKind.AnswerHeld);
        yield return Draw(StepKind.Run);
    }

    private IEnumerable<Step> DrawLead()
    {
        yield return Draw(_dice.Of([StepKind.HereNamePerson, StepKind.ThereNamePerson]));
        if (_dice.Chance(70)) yield return Draw(StepKind.Run);
        yield return Draw(_dice.Of([StepKind.ThereConvertLead, StepKind.ThereMergeLeads]));
        if (_dice.Chance(60)) yield return Draw(_dice.Of([StepKind.HereEdit, StepKind.HereNamePerson]));
        if (_dice.Chance(30))
        {
            yield return Draw(StepKind.HereAdd);
            yield return Draw(StepKind.HereNamePerson);
        }

        yield return Draw(StepKind.Run);
    }

    private IEnumerable<Step> DrawForgotten()
    {
        yield return Draw(_dice.Of([StepKind.ThereDelete, StepKind.HereDelete, StepKind.ThereHide]));
        if (_dice.Chance(60)) yield return Draw(StepKind.ThereEmptyBin);
        yield return Draw(StepKind.ThereForgetDeletes);
        yield return Draw(StepKind.Run);
    }

    /// <summary>Somebody there puts back what an edit from here replaced; its reply may be lost.</summary>
    private IEnumerable<Step> DrawReversion()
    {
        yield return Draw(StepKind.HereEdit);
        var lost = new Step(StepKind.Fault, B: _dice.Of([0, 2]), When: Moment.BeforeWrite);
        yield return Draw(StepKind.Run) with { Inside = _dice.Chance(60) ? [lost] : default };
        yield return Draw(StepKind.ThereRevert);
        yield return Draw(StepKind.Run);
    }

    private IEnumerable<Step> DrawLong()
    {
        yield return Draw(StepKind.HereEditLong);
        yield return Draw(StepKind.Run);
        yield return Draw(_dice.Of([StepKind.ThereEdit, StepKind.HereEdit, StepKind.Wait]));
        yield return Draw(StepKind.Run);
    }

    private IEnumerable<Step> DrawTouch()
    {
        yield return Draw(_dice.Of([StepKind.HereEdit, StepKind.HereDelete]));
        var lost = new Step(StepKind.Fault, B: _dice.Of([0, 2]), When: Moment.BeforeWrite);
        yield return Draw(StepKind.Run) with { Pause = 12, Inside = _dice.Chance(60) ? [lost] : default };
        yield return Draw(StepKind.ThereTouch);
        yield return Draw(StepKind.Run);
    }

    private IEnumerable<Step> DrawDeleteDuringPush()
    {
        yield return Draw(_dice.Of([StepKind.HereAdd, StepKind.HereEdit]));
        var deletion = Draw(StepKind.HereDelete) with
        {
            B = 0, Pause = 0, When = _dice.Of([Moment.BeforeWrite, Moment.AfterWrite, Moment.TransactionAfterWrite]),
        };
        yield return Draw(StepKind.Run) with { Inside = [deletion] };
        yield return Draw(StepKind.Run);
    }

    private Step Draw(StepKind kind) => new(kind, _dice.Below(2), _dice.Below(1_000), Pause: 1 + _dice.Below(40));
}
