using System.Collections.Concurrent;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>In-process: one node (SQLite). Listeners are told one after the other on the caller's thread.</summary>
internal sealed class LiveUpdates : ILiveUpdates
{
    private readonly ConcurrentDictionary<(Guid UserId, long Key), Action<LiveChange>> _listeners = new();
    private long _lastKey;

    public IDisposable Listen(Guid userId, Action<LiveChange> onChange)
    {
        var key = (userId, Interlocked.Increment(ref _lastKey));
        _listeners[key] = onChange;
        return new Listener(() => _listeners.TryRemove(key, out _));
    }

    public void Tell(Guid userId, LiveChange change)
    {
        foreach (var (key, listener) in _listeners)
            if (key.UserId == userId) listener(change);
    }

    private sealed class Listener(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
