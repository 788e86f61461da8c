namespace SalesInsight.Sync.Runs.Control;

/// <summary>Tells open pages of one user that something changed, so that they look again. Thread-safe.</summary>
public interface ILiveUpdates
{
    /// <summary>Calls <paramref name="onChange"/> after every change until the result is disposed. It may be called on
    /// any thread, must not block, and must not throw.</summary>
    IDisposable Listen(Guid userId, Action<LiveChange> onChange);

    /// <summary>Tells all listeners of a user.</summary>
    void Tell(Guid userId, LiveChange change);
}
