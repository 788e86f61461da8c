using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Schema;
using SalesInsight.Sandbox.Org.Setup;
using SalesInsight.Sandbox.Org.Tasks;

namespace SalesInsight.Sandbox.Org.Writing;

/// <summary>Create, update, delete and undelete as a user. Runs under the org's lock.</summary>
internal sealed class RecordWriter(
    SandboxOptions options, OrgStore store, SandboxUsers users, Sharing sharing, List<ValidationRule> rules)
{
    private readonly RecycleBin bin = new(options, store);
    private readonly FieldChecks fieldChecks = new(options, store, sharing);
    private readonly TaskRules taskRules = new(store, users);
    private readonly TaskSeries series = new(store, new RecycleBin(options, store));

    internal WriteResult Create(
        CallContext context, ObjectSchema schema, IReadOnlyDictionary<string, object?> fields)
    {
        if (!schema.Createable) return WriteResult.Refused(SandboxErrors.NoTypeRight(schema.Label));
        var draft = new RowDraft(schema);
        // A contact role belongs to whoever owns the opportunity; it has no owner of its own.
        if (schema.Find("OwnerId") is not null) draft.Set("OwnerId", context.UserId);
        var request = new WriteRequest(context, null, draft, fields.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase));
        return Save(request, fields);
    }

    internal WriteResult Update(
        CallContext context, ObjectSchema schema, string id, IReadOnlyDictionary<string, object?> fields)
    {
        var (before, refusal) = Target(context, schema, id);
        if (before is null) return WriteResult.Refused(refusal!);
        if (!schema.Updateable) return WriteResult.Refused(SandboxErrors.NoTypeRight(schema.Label));
        var sent = fields.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Save(new WriteRequest(context, before, new RowDraft(before), sent), fields);
    }

    /// <summary>
    /// Into the bin, and an entry into the delete log; a series goes with its occurrences (facts 4.3).
    /// </summary>
    internal WriteResult Delete(CallContext context, ObjectSchema schema, string id)
    {
        var (before, refusal) = Target(context, schema, id);
        if (before is null) return WriteResult.Refused(refusal!);
        if (!schema.Deletable) return WriteResult.Refused(SandboxErrors.NoTypeRight(schema.Label));
        foreach (var row in series.DeletedWith(context, before)) bin.Take(context, row);
        return WriteResult.Done(id);
    }

    internal WriteResult Undelete(CallContext context, ObjectSchema schema, string id)
    {
        var row = store.Table(schema.Name).Find(id);
        if (row is null || !sharing.CanSee(context, row)) return WriteResult.Refused(SandboxErrors.NotFound());
        if (!row.IsDeleted)
            return WriteResult.Refused(SandboxErrors.FieldIntegrity("entity is not in the recycle bin"));
        if (!sharing.CanEdit(context, row)) return WriteResult.Refused(SandboxErrors.NoRight());
        var draft = new RowDraft(row).Set("IsDeleted", false);
        if (options.UndeleteBumpsStamps) draft.Touched(context.UserId, store.Now);
        if (fieldChecks.Duplicate(context, draft) is { } duplicate) return WriteResult.Refused(duplicate);
        store.Put(draft.ToRecord());
        return WriteResult.Done(id);
    }

    private WriteResult Save(WriteRequest request, IReadOnlyDictionary<string, object?> fields)
    {
        var errors = fieldChecks.Apply(request, fields);
        if (errors.Count > 0) return WriteResult.Refused(errors);
        var draft = request.Draft;
        var isTask = draft.Schema.Name == "Task";
        var refused = isTask ? taskRules.Check(request) : PeopleRules.Check(request);
        if (refused is not null) return WriteResult.Refused(refused);
        if (request.Creates) draft.Set("Id", store.Table(draft.Schema.Name).NextId());
        if (fieldChecks.Duplicate(request.Context, draft) is { } duplicate) return WriteResult.Refused(duplicate);
        Derive(request, isTask);
        var row = draft.ToRecord();
        var broken = rules.Where(rule => rule.Refuses(row)).ToList();
        if (broken.Count > 0)
            return WriteResult.Refused([.. broken.Select(rule => SandboxErrors.RuleBroken(rule.Message, rule.Field))]);
        store.Put(row);
        if (isTask) series.Follow(request, row);
        if (isTask) PeopleRules.NoteActivity(store, row);
        return WriteResult.Done(row.Id, request.Creates);
    }

    private void Derive(WriteRequest request, bool isTask)
    {
        var now = store.Now;
        if (request.Creates) request.Draft.Stamped(request.Context.UserId, now, request.Context.UserId, now);
        else request.Draft.Touched(request.Context.UserId, now);
        if (isTask) taskRules.Derive(request, now);
        else PeopleRules.Derive(request.Draft);
    }

    private (SObjectRecord? Row, SandboxError? Refusal) Target(CallContext context, ObjectSchema schema, string id)
    {
        var row = store.Table(schema.Name).Find(id);
        if (row is null || !sharing.CanSee(context, row)) return (null, SandboxErrors.NotFound());
        if (row.IsDeleted) return (null, SandboxErrors.EntityIsDeleted());
        if (!sharing.CanEdit(context, row)) return (null, SandboxErrors.NoRight());
        return store.MeetsLock(id) ? (null, SandboxErrors.RowLocked(id)) : (row, null);
    }
}
