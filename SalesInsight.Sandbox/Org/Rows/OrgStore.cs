using System.Diagnostics.CodeAnalysis;
using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Rows;

/// <summary>
/// All rows of the org, the delete log beside them (facts 2.4: separate from the bin), and what a running transaction
/// has to undo. Guarded by the org's lock.
/// </summary>
internal sealed class OrgStore
{
    /// <summary>How long the recycle bin and the delete log remember (facts 2.4, 2.6).</summary>
    private const int BinDays = 15;

    private readonly Dictionary<string, RecordTable> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> locks = new(StringComparer.Ordinal);
    private readonly List<LateCommit> late = [];
    private List<(RecordTable Table, string Id, SObjectRecord? Before)>? journal;

    internal OrgStore(OrgSchema schema, SandboxClock clock)
    {
        Clock = clock;
        Clear(schema);
    }

    internal OrgSchema Schema { get; private set; }

    /// <summary>The stamp of a write; seeds set <see cref="FixedNow"/> to write the past.</summary>
    internal DateTimeOffset Now => FixedNow ?? Clock.Stamp;

    internal DateTimeOffset? FixedNow { get; set; }
    internal SandboxClock Clock { get; }
    internal List<DeleteLogEntry> DeleteLog { get; } = [];

    /// <summary>The log knows nothing before this moment: somebody purged it.</summary>
    internal DateTimeOffset DeleteLogStart { get; set; }

    /// <summary>Drawn for every write: true finds the row locked.</summary>
    internal Func<bool>? AnyRowIsLocked { get; set; }

    internal LateCommit? Staging { get; set; }

    /// <summary>How long what people write stays unseen.</summary>
    internal TimeSpan LateBy { get; set; }

    /// <summary>Nobody holds the next write back already, and it belongs to the present.</summary>
    internal bool CommitsAtOnce => Staging is null && FixedNow is null && journal is null;

    internal IReadOnlyList<LateCommit> Late => late;

    [MemberNotNull(nameof(Schema))]
    internal void Clear(OrgSchema schema)
    {
        Schema = schema;
        foreach (var known in schema.Objects) tables[known.Name] = new RecordTable(known);
        locks.Clear();
        AnyRowIsLocked = null;
        late.Clear();
        LateBy = TimeSpan.Zero;
        DeleteLog.Clear();
        DeleteLogStart = DateTimeOffset.MinValue;
    }

    internal RecordTable Table(string objectName) => tables[objectName];

    internal SObjectRecord? Find(string id) =>
        Schema.OfId(id) is { } schema ? tables[schema.Name].Find(id) : null;

    internal void Put(SObjectRecord record)
    {
        if (Staging is not null)
        {
            Staging.Stage(record);
            return;
        }

        var table = tables[record.Schema.Name];
        journal?.Add((table, record.Id, table.Find(record.Id)));
        table.Put(record);
    }

    /// <summary>Gone without a trace in the bin: a hard delete, or the bin was emptied.</summary>
    internal void Purge(SObjectRecord record) => tables[record.Schema.Name].Remove(record.Id);

    /// <summary>Runs one all-or-none unit: what <paramref name="work"/> wrote is undone when it says false.</summary>
    internal void InTransaction(Func<bool> work)
    {
        if (journal is not null)
        {
            work();
            return;
        }

        var logged = DeleteLog.Count;
        journal = [];
        try
        {
            if (work()) return;
            for (var at = journal.Count - 1; at >= 0; at--) Undo(journal[at]);
            DeleteLog.RemoveRange(logged, DeleteLog.Count - logged);
        }
        finally
        {
            journal = null;
        }
    }

    internal void OpenLate(LateCommit commit) => late.Add(commit);

    internal void CloseLate(LateCommit commit) => late.Remove(commit);

    internal void LogDelete(DeleteLogEntry entry)
    {
        if (Staging is not null) Staging.Stage(entry);
        else DeleteLog.Add(entry);
    }

    /// <summary>What time alone does, done before anybody looks: late commits appear, the bin forgets.</summary>
    internal void CatchUp()
    {
        PublishDue();
        var oldest = Clock.UtcNow.AddDays(-BinDays);
        while (DeleteLog.Count > 0 && DeleteLog[0].DeletedDate < oldest)
        {
            var (row, deletedDate) = DeleteLog[0];
            DeleteLog.RemoveAt(0);
            var stillBinned = Find(row.Id) is { IsDeleted: true }
                && !DeleteLog.Exists(later => later.Row.Id == row.Id && later.DeletedDate > deletedDate);
            if (stillBinned) Purge(row);
        }
    }

    private void PublishDue()
    {
        var now = Clock.UtcNow;
        foreach (var commit in late.Where(commit => commit.VisibleAt <= now).ToList()) commit.Publish();
    }

    /// <summary>
    /// The next <paramref name="times"/> writes of the row find it locked; negative = until unlocked.
    /// </summary>
    internal void Lock(string id, int times) => locks[id] = times;

    internal void Unlock(string id) => locks.Remove(id);

    internal bool MeetsLock(string id)
    {
        if (AnyRowIsLocked?.Invoke() == true || late.Any(commit => commit.Holds(id))) return true;
        if (!locks.TryGetValue(id, out var times)) return false;
        if (times == 1) locks.Remove(id);
        else if (times > 1) locks[id] = times - 1;
        return true;
    }

    private static void Undo((RecordTable Table, string Id, SObjectRecord? Before) step)
    {
        if (step.Before is null) step.Table.Remove(step.Id);
        else step.Table.Put(step.Before);
    }
}
