namespace SalesInsight.Sandbox.Faults;

/// <summary>
/// What goes wrong on purpose, and hooks to act in the middle of a call. Safe to share between threads. Hooks run on
/// the call's own thread; they may use the org freely.
/// </summary>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<(int Id, SandboxFault Fault, int Left)> planned = [];
    private readonly List<Func<RequestMoment, ValueTask>> before = [];
    private readonly List<Func<RequestMoment, ValueTask>> after = [];
    private readonly List<Action<SubrequestMoment>> subrequests = [];
    private int added;

    /// <summary>Plans a fault; the number removes it.</summary>
    public int Add(SandboxFault fault)
    {
        lock (gate)
        {
            planned.Add((++added, fault, fault.Times));
            return added;
        }
    }

    public bool Remove(int id)
    {
        lock (gate) return planned.RemoveAll(held => held.Id == id) > 0;
    }

    /// <summary>Nothing goes wrong any more; hooks stay.</summary>
    public void Clear()
    {
        lock (gate) planned.Clear();
    }

    public IReadOnlyList<(int Id, SandboxFault Fault)> Planned
    {
        get
        {
            lock (gate) return planned.ConvertAll(held => (held.Id, held.Fault));
        }
    }

    /// <summary>Runs before a call does anything. Dispose to unhook.</summary>
    public IDisposable BeforeRequest(Func<RequestMoment, ValueTask> hook) => Hook(before, hook);

    /// <summary>Runs after a call's work is committed and before its answer leaves.</summary>
    public IDisposable AfterRequest(Func<RequestMoment, ValueTask> hook) => Hook(after, hook);

    /// <summary>Runs before each part of a composite: the place to let a Salesforce user edit in between.</summary>
    public IDisposable BeforeSubrequest(Action<SubrequestMoment> hook) => Hook(subrequests, hook);

    internal bool HasAfterHooks
    {
        get
        {
            lock (gate) return after.Count > 0;
        }
    }

    /// <summary>Whether a fault is still planned: neither removed nor used up.</summary>
    public bool Holds(int id)
    {
        lock (gate) return planned.Exists(held => held.Id == id);
    }

    /// <summary>The faults that meet this call, in the order they were planned; each is used up by one.</summary>
    /// <param name="chance">In [0, 1); drawn for faults that are not certain, and for no others.</param>
    internal IReadOnlyList<SandboxFault> Meet(RequestMoment call, Func<double> chance)
    {
        lock (gate)
        {
            var met = planned.FindAll(held => held.Fault.Scope.Holds(call)
                && (held.Fault.Chance >= 1 || chance() < held.Fault.Chance));
            foreach (var held in met)
            {
                if (held.Left == 0) continue;
                var at = planned.IndexOf(held);
                if (held.Left == 1) planned.RemoveAt(at);
                else planned[at] = held with { Left = held.Left - 1 };
            }

            return met.ConvertAll(held => held.Fault);
        }
    }

    internal async ValueTask ReachBeforeAsync(RequestMoment call)
    {
        foreach (var hook in Copy(before)) await hook(call);
    }

    internal async ValueTask ReachAfterAsync(RequestMoment call)
    {
        foreach (var hook in Copy(after)) await hook(call);
    }

    internal void ReachSubrequest(SubrequestMoment part)
    {
        foreach (var hook in Copy(subrequests)) hook(part);
    }

    private List<T> Copy<T>(List<T> hooks)
    {
        lock (gate) return [.. hooks];
    }

    private Unhook Hook<T>(List<T> hooks, T hook)
    {
        lock (gate) hooks.Add(hook);
        return new Unhook(() =>
        {
            lock (gate) hooks.Remove(hook);
        });
    }

    private sealed class Unhook(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
