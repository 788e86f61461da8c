namespace SalesInsight.Sandbox.Org.Rows;

/// <summary>
/// A long-running transaction: its rows were stamped when written and become visible when it commits, so a row can
/// appear with a stamp lower than one already seen (facts 2.6). Meanwhile its rows are locked.
/// </summary>
public sealed class LateCommit
{
    private readonly OrgStore store;
    private readonly Lock gate;
    private readonly List<SObjectRecord> staged = [];
    private readonly List<DeleteLogEntry> deletions = [];
    private bool published;

    internal LateCommit(OrgStore store, Lock gate, DateTimeOffset startedAt, DateTimeOffset visibleAt) =>
        (this.store, this.gate, StartedAt, VisibleAt) = (store, gate, startedAt, visibleAt);

    /// <summary>One write whose rows stay unseen for so long; a refused one leaves nothing. Under the lock.</summary>
    internal static (WriteResult Result, LateCommit Commit) Write(
        OrgStore store, Lock gate, TimeSpan delay, Func<WriteResult> write)
    {
        var commit = new LateCommit(store, gate, store.Now, store.Clock.UtcNow + delay);
        store.Staging = commit;
        try
        {
            var result = write();
            if (result.Success) store.OpenLate(commit);
            return (result, commit);
        }
        finally
        {
            store.Staging = null;
        }
    }

    public DateTimeOffset StartedAt { get; }

    /// <summary>The org commits it by itself when its clock gets here.</summary>
    public DateTimeOffset VisibleAt { get; }

    /// <summary>Commits now; the second time does nothing.</summary>
    public void Publish()
    {
        lock (gate)
        {
            if (published) return;
            published = true;
            store.CloseLate(this);
            foreach (var record in staged) store.Put(record);
            foreach (var entry in deletions) store.LogDelete(entry);
        }
    }

    internal void Stage(SObjectRecord record) => staged.Add(record);

    internal void Stage(DeleteLogEntry entry) => deletions.Add(entry);

    internal bool Holds(string id) => staged.Exists(record => record.Id == id);
}
