using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Writing;

namespace SalesInsight.Sandbox.Org;

/// <summary>
/// What the platform or an admin does to rows behind every client's back: archiving, purging, merging, converting,
/// locking, late commits. Safe to share between threads.
/// </summary>
public sealed class SandboxMaintenance
{
    private const int ArchiveDays = 365;
    private readonly SandboxOrg org;
    private readonly OrgStore store;
    private readonly Lock gate;

    internal SandboxMaintenance(SandboxOrg org) => (this.org, store, gate) = (org, org.Store, org.Gate);

    /// <summary>
    /// One write in a transaction that commits later: rows keep the stamp of now and appear at
    /// <paramref name="visibleAfter"/>, or when <see cref="LateCommit.Publish"/> is called (facts 2.6, 9.2 item 1).
    /// </summary>
    public (WriteResult Result, LateCommit Commit) WriteLate(
        TimeSpan visibleAfter, Func<SandboxRecords, WriteResult> write)
    {
        lock (gate) return LateCommit.Write(store, gate, visibleAfter, () => write(org.Records));
    }

    /// <summary>The next writes of a row answer UNABLE_TO_LOCK_ROW.</summary>
    /// <param name="times">How many; -1 = until unlocked.</param>
    public void LockRow(string recordId, int times = 1)
    {
        lock (gate) store.Lock(Normal(recordId), times);
    }

    /// <summary>Any write may meet a lock, each row of a collection for itself; 0 = no longer.</summary>
    /// <param name="chance">How likely, 0 to 1.</param>
    public void LockAnyRow(double chance)
    {
        lock (gate) store.AnyRowIsLocked = chance > 0 ? () => org.Random.Next() < chance : null;
    }

    public void UnlockRow(string recordId)
    {
        lock (gate) store.Unlock(Normal(recordId));
    }

    /// <summary>The archiving job: closed tasks due, or without a date created, 365 days ago (facts 4.2).</summary>
    /// <returns>How many tasks it archived.</returns>
    public int Archive()
    {
        lock (gate)
        {
            var oldest = DateOnly.FromDateTime(org.Clock.UtcNow.UtcDateTime).AddDays(-ArchiveDays);
            var due = store.Table("Task").Rows.Where(row => IsOld(row, oldest)).ToList();
            foreach (var row in due) Archive(row);
            return due.Count;
        }
    }

    /// <summary>Archives one task, whatever its age; not by any client's hand.</summary>
    public void ArchiveTask(string taskId)
    {
        lock (gate) Archive(Row(taskId));
    }

    /// <summary>Platform work that moves SystemModstamp and nothing else (facts 2.6).</summary>
    public void BumpSystemModstamp(string recordId)
    {
        lock (gate) store.Put(new RowDraft(Row(recordId)).Set("SystemModstamp", store.Now).ToRecord());
    }

    /// <summary>A queue, which may own tasks.</summary>
    /// <returns>Its id.</returns>
    public string AddQueue(string name)
    {
        lock (gate)
        {
            var (id, by) = (store.Table("Group").NextId(), org.Users.All[0].Id);
            store.Put(new RowDraft(org.Schema.Require("Group"))
                .Set("Id", id).Set("Name", name).Set("Type", "Queue")
                .Stamped(by, store.Now, by, store.Now).ToRecord());
            return id;
        }
    }

    /// <summary>Removes a row with no trace in the bin; the delete log keeps its entry.</summary>
    public void HardDelete(string recordId)
    {
        lock (gate)
        {
            var row = Row(recordId);
            if (!row.IsDeleted) store.LogDelete(new DeleteLogEntry(row, store.Now));
            store.Purge(row);
        }
    }

    /// <summary>Empties the recycle bin; the delete log stays (facts 2.4).</summary>
    public int EmptyBin()
    {
        lock (gate)
        {
            var binned = org.Schema.Objects.SelectMany(schema => store.Table(schema.Name).Rows)
                .Where(row => row.IsDeleted).ToList();
            foreach (var row in binned) store.Purge(row);
            return binned.Count;
        }
    }

    /// <summary>Forgets the delete log: earlier windows answer INVALID_REPLICATION_DATE (facts 2.4).</summary>
    public void PurgeDeleteLog()
    {
        lock (gate)
        {
            store.DeleteLog.Clear();
            store.DeleteLogStart = store.Clock.Stamp;
        }
    }

    /// <summary>Converts a lead: its tasks move to the new contact, their ids stay (facts 4.4).</summary>
    /// <returns>Id of the contact.</returns>
    public string ConvertLead(CallContext context, string leadId)
    {
        lock (gate)
        {
            // One transaction of the platform's own, committed at once.
            context = context with { ViaApi = true };
            var lead = Row(leadId);
            var account = Create(context, "Account", ("Name", lead["Company"]));
            var contact = Create(
                context, "Contact", ("FirstName", lead["FirstName"]), ("LastName", lead["LastName"]),
                ("Email", lead["Email"]), ("AccountId", account));
            store.Put(new RowDraft(lead)
                .Set("IsConverted", true).Set("Status", "Closed - Converted")
                .Set("ConvertedContactId", contact).Set("ConvertedAccountId", account)
                .Touched(context.UserId, store.Now).ToRecord());
            if (org.Options.LeadConversion != LeadConversion.LeavesTasks)
                Repoint(lead.Id, contact, account, org.Options.LeadConversion == LeadConversion.MovesTasks);
            return contact;
        }
    }

    /// <summary>Merges two leads, contacts or accounts: the loser is deleted and names its master.</summary>
    /// <returns>Refused where the loser cannot be deleted, for example while it is locked.</returns>
    public WriteResult Merge(CallContext context, string masterId, string loserId)
    {
        lock (gate)
        {
            var (master, loser) = (Row(masterId), Row(loserId));
            var result = org.Records.Delete(context with { ViaApi = true }, loser.Schema.Name, loser.Id);
            if (!result.Success) return result;
            store.Put(new RowDraft(Row(loserId)).Set("MasterRecordId", master.Id).ToRecord());
            Repoint(loser.Id, master.Id, master.Text("AccountId"), stamps: true);
            return result;
        }
    }

    private void Repoint(string oldId, string newId, string? accountId, bool stamps)
    {
        foreach (var task in store.Table("Task").Rows.ToList())
        {
            var reference = task.Text("WhoId") == oldId ? "WhoId" : task.Text("WhatId") == oldId ? "WhatId" : null;
            if (reference is null) continue;
            var moved = new RowDraft(task).Set(reference, newId).Set("AccountId", accountId);
            store.Put((stamps ? moved.Set("SystemModstamp", store.Now) : moved).ToRecord());
        }
    }

    private void Archive(SObjectRecord row)
    {
        var draft = new RowDraft(row).Set("IsArchived", true);
        if (org.Options.ArchivingBumpsSystemModstamp) draft.Set("SystemModstamp", store.Now);
        store.Put(draft.ToRecord());
    }

    private static bool IsOld(SObjectRecord row, DateOnly oldest)
    {
        if (row.IsDeleted || row.Flag("IsArchived") || !row.Flag("IsClosed")) return false;
        var day = row.Date("ActivityDate") ?? DateOnly.FromDateTime(row.Moment("CreatedDate")!.Value.UtcDateTime);
        return day <= oldest;
    }

    private string Create(CallContext context, string objectName, params (string Field, object? Value)[] fields)
    {
        var result = org.Records.Create(context, objectName, fields.ToDictionary(f => f.Field, f => f.Value));
        return result.Id ?? throw new InvalidOperationException(result.Errors[0].Message);
    }

    private SObjectRecord Row(string recordId) => store.Find(Normal(recordId))
        ?? throw new ArgumentException($"The org has no record {recordId}", nameof(recordId));

    private static string Normal(string recordId) => RecordId.Normalise(recordId)
        ?? throw new ArgumentException($"{recordId} is no record id", nameof(recordId));
}
