using System.Diagnostics;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;

namespace SalesInsight.Sandbox.Faults.Lab;

/// <summary>
/// Faults by name, each with a switch, a dial or a button: what the demo's page and <c>/_sandbox/lab</c> move. All of
/// them are faults of the one plan or switches of the org. Safe to share between threads.
/// </summary>
public sealed class FaultLab
{
    private static readonly FaultScope Data = new(PathContains: "/services/data/");
    private static readonly FaultScope Writes = new("POST", "/services/data/");

    private readonly Lock gate = new();
    private readonly Dictionary<LabFault, (Action Undo, Func<bool> Holds)> on = [];
    private readonly Dictionary<LabFault, int> waiting = [];
    private readonly Dictionary<LabFault, int> amounts = [];
    private readonly SandboxOrg org;
    private readonly FaultPlan faults;
    private readonly ApiUsage usage;

    public FaultLab(SandboxOrg org, FaultPlan faults, ApiUsage usage)
    {
        (this.org, this.faults, this.usage) = (org, faults, usage);
        org.AfterReset += SwitchAllOff;
    }

    /// <summary>Every fault, in the order a page shows them.</summary>
    public IReadOnlyList<LabLever> Levers
    {
        get
        {
            lock (gate) return [.. Enum.GetValues<LabFault>().Select(Lever)];
        }
    }

    /// <summary>On from now on; on already, it is so with the new amount.</summary>
    /// <param name="amount">In the dial's unit; null leaves the dial where it stands.</param>
    /// <exception cref="ArgumentException">The fault has no switch, or its dial no such number.</exception>
    public void SwitchOn(LabFault fault, int? amount = null)
    {
        if (!Switches(fault)) throw new ArgumentException($"{fault} has no switch: it happens once");
        lock (gate)
        {
            if (amount is { } number) amounts[fault] = OnTheDial(fault, number);
            ApplyUnderLock(fault);
        }
    }

    /// <summary>Turns the dial, in its unit; a fault that is on goes on with the new amount.</summary>
    /// <exception cref="ArgumentException">The dial has no such number, or the fault no dial.</exception>
    public void Turn(LabFault fault, int amount)
    {
        lock (gate)
        {
            amounts[fault] = OnTheDial(fault, amount);
            if (IsOnUnderLock(fault)) ApplyUnderLock(fault);
        }
    }

    /// <summary>Off; off already, nothing happens. One asked for once and not met yet is forgotten.</summary>
    public void SwitchOff(LabFault fault)
    {
        lock (gate)
        {
            UndoUnderLock(fault);
            if (waiting.Remove(fault, out var id)) faults.Remove(id);
        }
    }

    public void SwitchAllOff()
    {
        foreach (var fault in Enum.GetValues<LabFault>()) SwitchOff(fault);
    }

    /// <summary>The next call that can meet it does; revoked grants are revoked now.</summary>
    /// <exception cref="ArgumentException">The fault is one of those that can only be on.</exception>
    public void LetHappen(LabFault fault)
    {
        if (!Happens(fault)) throw new ArgumentException($"{fault} cannot happen once: it has a switch");
        if (fault == LabFault.RevokedGrants)
        {
            org.Sessions.RevokeGrants();
            return;
        }

        lock (gate)
        {
            if (waiting.TryGetValue(fault, out var id) && faults.Holds(id)) return;
            waiting[fault] = faults.Add(Planned(fault));
        }
    }

    private LabLever Lever(LabFault fault) => new(
        fault,
        DialOf(fault),
        Switches(fault),
        Happens(fault),
        IsOnUnderLock(fault),
        waiting.TryGetValue(fault, out var id) && faults.Holds(id),
        Amount(fault));

    private static LabDial? DialOf(LabFault fault) => fault switch
    {
        LabFault.Latency => new(LabUnit.Milliseconds, 250, 10_000, 250, 3_000),
        LabFault.LateCommits => new(LabUnit.Seconds, 5, 120, 5, 20),
        LabFault.ClockSkew => new(LabUnit.Minutes, -30, 30, 1, 10),
        LabFault.DailyLimit or LabFault.SessionExpired or LabFault.HiddenTasks or LabFault.RevokedGrants => null,
        _ => LabDial.Likely,
    };

    private static bool Switches(LabFault fault) => fault is not (LabFault.SessionExpired or LabFault.RevokedGrants);

    private static bool Happens(LabFault fault) => fault is LabFault.Unavailable or LabFault.Throttled
        or LabFault.HtmlBody or LabFault.GzipLie or LabFault.CutBody or LabFault.LostReply
        or LabFault.SessionExpired or LabFault.RevokedGrants;

    private int Amount(LabFault fault) => amounts.GetValueOrDefault(fault, DialOf(fault)?.Default ?? 0);

    private static int OnTheDial(LabFault fault, int number)
    {
        if (DialOf(fault) is not { } dial) throw new ArgumentException($"There is no more or less of {fault}");
        return number >= dial.Min && number <= dial.Max
            ? number
            : throw new ArgumentException($"{fault} goes from {dial.Min} to {dial.Max} {dial.Unit}, not to {number}");
    }

    private bool IsOnUnderLock(LabFault fault) => on.TryGetValue(fault, out var state) && state.Holds();

    private void ApplyUnderLock(LabFault fault)
    {
        UndoUnderLock(fault);
        on[fault] = Apply(fault, Amount(fault));
    }

    private void UndoUnderLock(LabFault fault)
    {
        if (on.Remove(fault, out var state)) state.Undo();
    }

    /// <summary>Sets it going: how to end it, and whether nobody ended it by another door.</summary>
    private (Action Undo, Func<bool> Holds) Apply(LabFault fault, int amount)
    {
        switch (fault)
        {
            case LabFault.LockedRows:
                org.Maintenance.LockAnyRow(amount / 100.0);
                return (() => org.Maintenance.LockAnyRow(0), () => true);
            case LabFault.LateCommits:
                org.LateBy = TimeSpan.FromSeconds(amount);
                return (() => org.LateBy = TimeSpan.Zero, () => org.LateBy > TimeSpan.Zero);
            case LabFault.ClockSkew:
                org.Clock.Skew = TimeSpan.FromMinutes(amount);
                return (() => org.Clock.Skew = TimeSpan.Zero, () => true);
            case LabFault.DailyLimit:
                usage.IsSpent = true;
                return (() => usage.IsSpent = false, () => usage.IsSpent);
            case LabFault.HiddenTasks:
                org.Rights.TasksAreHidden = true;
                return (() => org.Rights.TasksAreHidden = false, () => org.Rights.TasksAreHidden);
            case LabFault.Latency:
                return Plan(new SandboxFault.Latency(TimeSpan.FromMilliseconds(amount)));
            default:
                return Plan(Planned(fault) with { Chance = amount / 100.0 });
        }
    }

    private (Action Undo, Func<bool> Holds) Plan(SandboxFault fault)
    {
        var id = faults.Add(fault with { Times = 0 });
        return (() => faults.Remove(id), () => faults.Holds(id));
    }

    private static SandboxFault Planned(LabFault fault) => fault switch
    {
        LabFault.Unavailable => SandboxFault.Error(503, "SERVER_UNAVAILABLE", "Service unavailable"),
        LabFault.Throttled => SandboxFault.Throttled(),
        LabFault.HtmlBody => SandboxFault.Html(200) with { Scope = Data },
        LabFault.GzipLie => new SandboxFault.GzipLie { Scope = Data },
        LabFault.CutBody => new SandboxFault.CutBody { Scope = Data },
        LabFault.LostReply => new SandboxFault.LoseReply { Scope = Writes },
        LabFault.SessionExpired => SandboxFault.SessionExpired() with { Scope = Data },
        _ => throw new UnreachableException(),
    };
}
