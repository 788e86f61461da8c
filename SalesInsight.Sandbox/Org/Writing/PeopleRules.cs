using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Writing;

/// <summary>What the org derives on people and opportunities.</summary>
internal static class PeopleRules
{
    /// <summary>A converted lead is read only (facts 4.4).</summary>
    internal static SandboxError? Check(WriteRequest request) =>
        request.Before is { } before && before.Flag("IsConverted") ? SandboxErrors.ConvertedLead("Id") : null;

    internal static void Derive(RowDraft draft)
    {
        switch (draft.Schema.Name)
        {
            case "Lead" or "Contact":
                draft.Set("Name", string.Join(' ', Parts(draft)));
                break;
            case "Opportunity":
                var stage = draft["StageName"] as string;
                draft.Set("IsWon", stage == PeopleSchema.ClosedWon)
                    .Set("IsClosed", stage is PeopleSchema.ClosedWon or PeopleSchema.ClosedLost);
                break;
        }
    }

    /// <summary>A completed task is activity of its person; it moves no stamp of theirs.</summary>
    internal static void NoteActivity(OrgStore store, SObjectRecord task)
    {
        if (!task.Flag("IsClosed") || task.Date("ActivityDate") is not { } day) return;
        if (task.Text("WhoId") is not { } who || store.Find(who) is not { } person) return;
        if (person.Date(PeopleSchema.LastActivityDate) >= day) return;
        store.Put(new RowDraft(person).Set(PeopleSchema.LastActivityDate, day).ToRecord());
    }

    private static IEnumerable<string> Parts(RowDraft draft) =>
        new[] { draft["FirstName"] as string, draft["LastName"] as string }.OfType<string>();
}
