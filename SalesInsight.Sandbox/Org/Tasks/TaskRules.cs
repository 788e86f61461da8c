using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Setup;
using SalesInsight.Sandbox.Org.Writing;

namespace SalesInsight.Sandbox.Org.Tasks;

/// <summary>What Salesforce checks and derives on a task (facts 4.1, 4.3, 4.4).</summary>
internal sealed class TaskRules(OrgStore store, SandboxUsers users)
{
    internal SandboxError? Check(WriteRequest request)
    {
        var draft = request.Draft;
        if (request.Changes("OwnerId") && CheckOwner((string)draft["OwnerId"]!) is { } ownerError) return ownerError;
        if (request.Changes("WhoId") && CheckPerson(draft["WhoId"] as string) is { } personError) return personError;
        if (request.Changes("WhatId") && draft["WhatId"] is string what
            && store.Find(what) is null or { IsDeleted: true })
            return SandboxErrors.InvalidCrossReference("WhatId");
        if (draft["WhoId"] is string who && RecordId.KeyPrefix(who) == "00Q" && draft["WhatId"] is not null)
            return SandboxErrors.FieldIntegrity(
                "Related To ID: a lead cannot be combined with a related record", "WhatId");
        return CheckRecurrence(request);
    }

    internal void Derive(WriteRequest request, DateTimeOffset now)
    {
        var draft = request.Draft;
        var status = store.Table("TaskStatus").Rows
            .FirstOrDefault(row => row.Text("ApiName") == (string?)draft["Status"]);
        var priority = store.Table("TaskPriority").Rows
            .FirstOrDefault(row => row.Text("ApiName") == (string?)draft["Priority"]);
        var closed = status?.Flag("IsClosed") == true;
        draft.Set("IsClosed", closed)
            .Set("IsHighPriority", priority?.Flag("IsHighPriority") == true)
            .Set("AccountId", AccountOf(draft));
        // Set by a *new* closed status, nulled on reopening, unchanged while the closed status stays (facts 4.1).
        if (!closed) draft.Set("CompletedDateTime", null);
        else if (request.Changes("Status")) draft.Set("CompletedDateTime", now);
        // Moving an archived task to another record brings it back; editing its subject does not (facts 4.2).
        if (request.Changes("WhatId") && !request.Creates) draft.Set("IsArchived", false);
    }

    private SandboxError? CheckOwner(string ownerId)
    {
        if (RecordId.KeyPrefix(ownerId) == "00G")
            return store.Find(ownerId) is null ? SandboxErrors.InvalidCrossReference("OwnerId") : null;
        var user = users.Find(ownerId);
        if (user is null) return SandboxErrors.InvalidCrossReference("OwnerId");
        return user.IsActive ? null : SandboxErrors.InactiveOwner(ownerId);
    }

    private SandboxError? CheckPerson(string? whoId)
    {
        if (whoId is null) return null;
        return store.Find(whoId) switch
        {
            null or { IsDeleted: true } => SandboxErrors.InvalidCrossReference("WhoId"),
            var person when person.Flag("IsConverted") => SandboxErrors.ConvertedLead("WhoId"),
            _ => null,
        };
    }

    private static SandboxError? CheckRecurrence(WriteRequest request)
    {
        if (request.Draft["IsRecurrence"] is not true) return null;
        string[] fixedFields = ["ActivityDate", "Status"];
        var refused = fixedFields.Where(field => request.Sent.Contains(field) && !request.Creates).ToArray();
        if (refused.Length > 0) return SandboxErrors.NotWriteable(refused);
        if (request.Creates && request.Sent.Contains("ActivityDate"))
            return SandboxErrors.FieldIntegrity("Due date cannot be set on a recurring task", "ActivityDate");
        string[] pattern = ["RecurrenceStartDateOnly", "RecurrenceEndDateOnly", "RecurrenceType"];
        var missing = pattern.Where(field => request.Draft[field] is null).ToArray();
        var regenerates = request.Draft["RecurrenceRegeneratedType"] is string;
        return missing.Length > 0 && !regenerates ? SandboxErrors.RequiredMissing(missing) : null;
    }

    /// <summary>
    /// The account of a task: the related account, the opportunity's, else the contact's (facts 4.1).
    /// </summary>
    private string? AccountOf(RowDraft draft)
    {
        if (draft["WhatId"] is string what)
            return RecordId.KeyPrefix(what) == "001" ? what : store.Find(what)?.Text("AccountId");
        return draft["WhoId"] is string who ? store.Find(who)?.Text("AccountId") : null;
    }
}
