using System.Collections.Immutable;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Simulation;

/// <summary>
/// Writes the script of a seed: a start, then a stretch in which anything happens. Healing is not its business.
/// </summary>
internal sealed class ScriptWriter(ulong seed)
{
    private const int StepsMin = 3, StepsSpread = 6, PartsMax = 3, MomentsMax = 18;

    /// <summary>Most stories are short: what breaks a promise needs few steps, and many worlds show more than few.
    /// </summary>
    private const int ShortPercent = 70, ShortStepsMax = 3;

    /// <summary>Where in a run its sends usually lie.</summary>
    private const int PushFrom = 4, PushMoments = 9;

    private const int ScenePercent = 30;

    /// <summary>The delete log reaches 15 days back; after that nothing is promised about deletions.</summary>
    private const int AbsenceDays = 13;

    private static readonly (StepKind Kind, int Weight)[] Always =
    [
        (StepKind.Run, 40), (StepKind.HereAdd, 10), (StepKind.HereEdit, 12), (StepKind.HereComplete, 4),
        (StepKind.HereReopen, 2), (StepKind.HereDelete, 6), (StepKind.HereRestore, 3), (StepKind.HereSend, 1),
        (StepKind.ThereAdd, 6), (StepKind.ThereEdit, 12), (StepKind.ThereEditLate, 3), (StepKind.ThereComplete, 3),
        (StepKind.ThereReopen, 2), (StepKind.ThereDelete, 5), (StepKind.ThereRestore, 3), (StepKind.ThereReassign, 3),
        (StepKind.ThereHide, 2), (StepKind.ThereShow, 2), (StepKind.ThereLock, 2), (StepKind.ThereArchive, 1),
        (StepKind.ThereAddForeign, 2), (StepKind.ThereAddSeries, 1), (StepKind.ThereEndSeries, 1),
        (StepKind.ThereDeleteMany, 1), (StepKind.ThereEmptyBin, 1), (StepKind.ExpireSession, 2), (StepKind.Fault, 6),
        (StepKind.Wait, 3), (StepKind.AnswerHeld, 1), (StepKind.RevokeGrant, 1), (StepKind.Reconnect, 1),
    ];

    private static readonly (StepKind Kind, int Weight)[] Restless =
    [
        .. Always, (StepKind.TurnOff, 3), (StepKind.TurnOn, 3), (StepKind.SetMode, 4), (StepKind.SetTemplate, 3),
        (StepKind.SetConflictRule, 1), (StepKind.SetDeleteRule, 1), (StepKind.ReconnectAsOther, 3),
        (StepKind.ReconnectElsewhere, 5),
    ];

    private static readonly (StepKind Kind, int Weight)[] WithinARun =
    [
        (StepKind.HereEdit, 12), (StepKind.HereDelete, 12), (StepKind.HereRestore, 2), (StepKind.HereComplete, 3),
        (StepKind.ThereEdit, 14), (StepKind.ThereDelete, 5), (StepKind.ThereComplete, 3), (StepKind.ThereReassign, 2),
        (StepKind.ThereHide, 2), (StepKind.ThereEditLate, 2), (StepKind.Fault, 16), (StepKind.Straggle, 8),
        (StepKind.Kill, 12), (StepKind.Run, 10), (StepKind.ExpireSession, 3), (StepKind.HereAdd, 3),
    ];

    private static readonly (StepKind Kind, int Weight)[] WithinARestlessRun =
    [
        .. WithinARun, (StepKind.SetTemplate, 3), (StepKind.SetMode, 3), (StepKind.TurnOff, 2),
        (StepKind.ReconnectElsewhere, 2),
    ];

    private readonly Dice _dice = new(seed);

    public Script Draw()
    {
        var setup = DrawSetup();
        var script = new Script(setup, [.. DrawStart(setup), .. DrawMiddle(setup)]);
        return new RareWriter(seed).AddTo(new ReaderWriter(seed).AddTo(script));
    }

    private WorldSetup DrawSetup()
    {
        var isCalm = _dice.Chance(60);
        return new WorldSetup(
            seed ^ 0x5EED,
            Reps: _dice.Chance(30) ? 2 : 1,
            isCalm,
            _dice.Chance(80) ? TaskSyncMode.Both : _dice.Of([TaskSyncMode.InOnly, TaskSyncMode.OutOnly]),
            _dice.Chance(50) ? FirstImport.AllOpen : FirstImport.Last24Hours,
            _dice.Of([ConflictRule.NewestWins, ConflictRule.SalesforceWins, ConflictRule.SalesInsightWins]),
            _dice.Of([DeleteRule.DeleteWins, DeleteRule.EditWins]),
            HasPrefix: _dice.Chance(20),
            _dice.Chance(75)
                ? CustomIdField.UniqueExternalId
                : _dice.Of([CustomIdField.ExternalIdOnly, CustomIdField.Absent]),
            MarkerAgreed: _dice.Chance(50),
            FenceCount: _dice.Chance(30) ? 1 : 10);
    }

    private IEnumerable<Step> DrawStart(WorldSetup setup)
    {
        for (var at = _dice.Below(2); at > 0; at--) yield return Draw(StepKind.HereAdd);
        for (var at = 1 + _dice.Below(2); at > 0; at--) yield return Draw(StepKind.ThereAdd);
        for (var rep = 0; rep < setup.Reps; rep++)
        {
            yield return new Step(StepKind.TurnOn, rep, Pause: 5);
            yield return DrawRun(setup) with { A = rep };
        }
    }

    private IEnumerable<Step> DrawMiddle(WorldSetup setup)
    {
        var steps = _dice.Chance(ShortPercent) ? 1 + _dice.Below(ShortStepsMax) : StepsMin + _dice.Below(StepsSpread);
        for (var at = steps; at > 0; at--)
        {
            if (_dice.Chance(ScenePercent))
            {
                foreach (var step in DrawPushScene(setup)) yield return step;
                continue;
            }

            var kind = Weigh(setup.IsCalm ? Always : Restless);
            yield return kind == StepKind.Run ? DrawRun(setup) : Draw(kind);
        }
    }

    /// <summary>Something to send, and trouble just when it is sent.</summary>
    private IEnumerable<Step> DrawPushScene(WorldSetup setup)
    {
        var rep = _dice.Below(2);
        var kind = _dice.Of([StepKind.HereAdd, StepKind.HereEdit, StepKind.HereComplete, StepKind.HereDelete]);
        yield return Draw(kind) with { A = rep };
        var parts = Enumerable.Range(0, 1 + _dice.Below(PartsMax))
            .Select(_ => DrawPart(setup) with { At = PushFrom + _dice.Below(PushMoments) });
        yield return Draw(StepKind.Run) with
        {
            A = rep, Pause = kind == StepKind.HereDelete ? 12 : 3, Inside = [.. parts.OrderBy(s => s.At)],
        };
    }

    private Step DrawRun(WorldSetup setup)
    {
        var parts = _dice.Chance(50) ? 1 + _dice.Below(PartsMax) : 0;
        return Draw(StepKind.Run) with
        {
            Inside = [.. Enumerable.Range(0, parts).Select(_ => DrawPart(setup)).OrderBy(s => s.At)],
        };
    }

    private Step DrawPart(WorldSetup setup)
    {
        var kind = Weigh(setup.IsCalm ? WithinARun : WithinARestlessRun);
        var part = Draw(kind) with { At = 1 + _dice.Below(MomentsMax) };
        if (kind == StepKind.Fault && _dice.Chance(40)) part = part with { B = 0 };
        if (kind == StepKind.Run) return part with { A = 0, Pause = _dice.Chance(80) ? 200 : 20 };
        return part with { Pause = _dice.Below(3) };
    }

    private Step Draw(StepKind kind) => new(kind, _dice.Below(2), _dice.Below(1_000), Pause: DrawPause());

    private int DrawPause() => _dice.Below(100) switch
    {
        < 80 => 1 + _dice.Below(20),
        < 92 => 60 * (1 + _dice.Below(10)),
        < 98 => 3_600 * (1 + _dice.Below(6)),
        _ => 86_400 * (1 + _dice.Below(AbsenceDays)),
    };

    private StepKind Weigh((StepKind Kind, int Weight)[] kinds)
    {
        var left = _dice.Below(kinds.Sum(k => k.Weight));
        foreach (var (kind, weight) in kinds)
        {
            if (left < weight) return kind;
            left -= weight;
        }

        throw new InvalidOperationException("Weights do not add up");
    }
}
