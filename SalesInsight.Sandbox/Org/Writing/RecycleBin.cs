using SalesInsight.Sandbox.Org.Rows;

namespace SalesInsight.Sandbox.Org.Writing;

/// <summary>Puts rows into the bin, each with an entry in the delete log beside it (facts 2.4).</summary>
internal sealed class RecycleBin(SandboxOptions options, OrgStore store)
{
    internal void Take(CallContext context, SObjectRecord row)
    {
        var now = store.Now;
        var draft = new RowDraft(row).Set("IsDeleted", true);
        if (options.DeleteBumpsLastModifiedDate) draft.Touched(context.UserId, now);
        else if (options.DeleteBumpsSystemModstamp) draft.Set("SystemModstamp", now);
        var deleted = draft.ToRecord();
        store.Put(deleted);
        store.LogDelete(new DeleteLogEntry(deleted, now));
    }
}
