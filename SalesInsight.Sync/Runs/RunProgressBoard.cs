using System.Collections.Concurrent;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Sync.Runs;

/// <summary>The runs going on in this process, by connection, for pages that watch. Thread-safe.</summary>
internal sealed class RunProgressBoard(ILiveUpdates live)
{
    private readonly ConcurrentDictionary<Guid, RunProgress> _running = new();

    public RunProgress? Of(Guid connectionId) => _running.GetValueOrDefault(connectionId);

    public void Show(Guid connectionId, Guid userId, RunProgress progress)
    {
        _running[connectionId] = progress;
        live.Tell(userId, LiveChange.Run);
    }

    public void Clear(Guid connectionId, Guid userId)
    {
        _running.TryRemove(connectionId, out _);
        live.Tell(userId, LiveChange.Run);
    }
}
