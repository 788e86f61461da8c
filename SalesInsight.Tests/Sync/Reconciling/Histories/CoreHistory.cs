using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Tests.Simulation;

namespace SalesInsight.Tests.Sync.Reconciling.Histories;

/// <summary>
/// One linked task through a few rounds of people and reconciler, on values that are never used twice. Situations alone
/// start from any base; here each base is what the rounds before left.
/// </summary>
internal sealed class CoreHistory(Core core, ulong seed)
{
    private const int RoundsMax = 6;

    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly Dice _dice = new(seed);
    private readonly Dictionary<string, Side> _open = [];
    private int _values;

    /// <returns>What went wrong; null when nothing did.</returns>
    public string? Run()
    {
        var policy = Policy();
        var raw = new SalesforceContent("v0", "Not Started", "Normal");
        TaskPair pair = new TaskPair.Linked(
            new TaskBase(new TaskContent("v0"), raw, "Not Started"),
            new LocalView.Present(new TaskContent("v0")), new SalesforceView.Present(raw));
        for (var round = 0; round < RoundsMax; round++)
        {
            pair = People((TaskPair.Linked)pair, Start.AddMinutes(round));
            var judged = core.Judge(new Situation(pair, policy));
            if (Broken(judged) is { } law) return $"seed {seed} round {round}: {law}";
            foreach (var conflict in judged.Decision.Conflicts)
                if (conflict.Losing is { } lost) _open.Remove(lost);
            pair = judged.After();
            if (Missing((TaskPair.Linked)pair) is { } value) return $"seed {seed} round {round}: {value} is nowhere";
            if (pair is TaskPair.Linked { Removed: true }) return null;
        }

        return null;
    }

    private ReconcilePolicy Policy() => new(
        TaskSyncMode.Both,
        _dice.Of(Enum.GetValues<ConflictRule>()),
        _dice.Of(Enum.GetValues<DeleteRule>()),
        new Translation(Words.Org, new ActivityDetail("{{activity_subject}}")));

    private static string? Broken(Judged judged) => LinkedLaws.All
        .FirstOrDefault(law => law.Name is not "settles" && law.Holds(judged) is false)?.Name;

    private TaskPair.Linked People(TaskPair.Linked pair, DateTimeOffset at)
    {
        if (_dice.Chance(60) && pair.Local is LocalView.Present here) pair = pair with { Local = Here(here, at) };
        if (_dice.Chance(60) && pair.Salesforce is SalesforceView.Present there)
            pair = pair with { Salesforce = There(there, at.AddSeconds(_dice.Below(120) - 60)) };
        return pair;
    }

    private LocalView Here(LocalView.Present view, DateTimeOffset at)
    {
        if (_dice.Chance(8))
        {
            Forget(view.Content.Subject, view.Content.Details);
            return new LocalView.Tombstone(view.Content);
        }

        var field = _dice.Of([TaskField.Subject, TaskField.Details]);
        var value = Type(view.Content[field], Side.Local);
        return view with
        {
            Content = view.Content.With(field, value), EditedAt = view.EditedAt.With(FieldSet.Of(field), at),
        };
    }

    private SalesforceView There(SalesforceView.Present view, DateTimeOffset at)
    {
        if (_dice.Chance(8))
        {
            Forget(view.Content.Subject, view.Content.Description);
            return new SalesforceView.Tombstone(view.Content);
        }

        var field = _dice.Of([TaskField.Subject, TaskField.Details]);
        return new SalesforceView.Present(view.Content.With(field, Type(view.Content[field], Side.Salesforce)), at);
    }

    private string Type(string? shown, Side side)
    {
        Forget(shown);
        var value = $"v{++_values}";
        _open[value] = side;
        return value;
    }

    /// <summary>Whoever replaces or deletes what they see has dealt with it.</summary>
    private void Forget(params string?[] shown)
    {
        foreach (var value in shown.OfType<string>()) _open.Remove(value);
    }

    private string? Missing(TaskPair.Linked pair)
    {
        var here = (pair.Local as LocalView.Present)?.Content;
        var there = (pair.Salesforce as SalesforceView.Present)?.Content;
        return _open.Keys.FirstOrDefault(v =>
            v != here?.Subject && v != here?.Details && v != there?.Subject && v != there?.Description);
    }
}
