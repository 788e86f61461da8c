using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Schema;
using SalesInsight.Sandbox.Org.Setup;
using SalesInsight.Sandbox.Org.Writing;

namespace SalesInsight.Sandbox.Org;

/// <summary>
/// Rows, read and written as a user. Field values may be CLR values or the text a client sends (dates, moments);
/// null empties a field. Ids are accepted with 15 or 18 characters. Safe to share between threads: each call is one
/// transaction under the org's one lock.
/// </summary>
public sealed class SandboxRecords
{
    private readonly Lock gate;
    private readonly OrgStore store;
    private readonly Sharing sharing;
    private readonly RecordWriter writer;

    internal SandboxRecords(Lock gate, OrgStore store, Sharing sharing, RecordWriter writer) =>
        (this.gate, this.store, this.sharing, this.writer) = (gate, store, sharing, writer);

    /// <summary>
    /// The row, from the bin only when asked; null when it is not there or out of the caller's sight.
    /// </summary>
    public SObjectRecord? Find(CallContext context, string objectName, string id, bool includeDeleted = false)
    {
        lock (gate)
        {
            store.CatchUp();
            var row = RecordId.Normalise(id) is { } normal && store.Schema.Find(objectName) is { } schema
                ? store.Table(schema.Name).Find(normal)
                : null;
            return row is not null && (includeDeleted || !row.IsDeleted) && sharing.CanSee(context, row) ? row : null;
        }
    }

    /// <summary>Live rows in the order asked for, as of one moment; null for what is out of sight or gone.</summary>
    public IReadOnlyList<SObjectRecord?> FindAll(
        CallContext context, string objectName, IReadOnlyCollection<string> ids)
    {
        lock (gate) return [.. ids.Select(id => Find(context, objectName, id))];
    }

    /// <summary>Every row the caller sees, in id order; archived rows too.</summary>
    public IReadOnlyList<SObjectRecord> List(CallContext context, string objectName, bool includeDeleted = false)
    {
        lock (gate)
        {
            store.CatchUp();
            return
            [
                .. store.Table(store.Schema.Require(objectName).Name).Rows
                    .Where(row => (includeDeleted || !row.IsDeleted) && sharing.CanSee(context, row))
                    .OrderBy(row => row.Id, StringComparer.Ordinal),
            ];
        }
    }

    public WriteResult Create(
        CallContext context, string objectName, IReadOnlyDictionary<string, object?> fields) =>
        Write(context, objectName, schema => writer.Create(context, schema, fields));

    public WriteResult Update(
        CallContext context, string objectName, string id, IReadOnlyDictionary<string, object?> fields) =>
        WriteTo(context, objectName, id, (schema, normal) => writer.Update(context, schema, normal, fields));

    /// <summary>Moves a row to the recycle bin.</summary>
    public WriteResult Delete(CallContext context, string objectName, string id) =>
        WriteTo(context, objectName, id, (schema, normal) => writer.Delete(context, schema, normal));

    /// <summary>Back from the bin. REST has no such call: the screen does it, as Salesforce's own does.</summary>
    public WriteResult Undelete(CallContext context, string objectName, string id) =>
        WriteTo(context, objectName, id, (schema, normal) => writer.Undelete(context, schema, normal));

    /// <summary>Insert or update by external id (facts 2.2).</summary>
    /// <param name="updateOnly">Never insert: NOT_FOUND when no row carries the value.</param>
    public WriteResult Upsert(
        CallContext context, string objectName, string externalIdField, string value,
        IReadOnlyDictionary<string, object?> fields, bool updateOnly = false) =>
        Write(context, objectName, schema =>
        {
            if (schema.Find(externalIdField) is not { ExternalId: true } field
                || sharing.HidesField(context, schema.Name, field.Name))
                return WriteResult.Refused(SandboxErrors.NoSuchExternalId(externalIdField));
            var ids = store.Table(schema.Name).WithExternalId(field, value);
            if (ids.Count > 1) return WriteResult.ManyMatch([.. ids.Order(StringComparer.Ordinal)]);
            if (ids.Count == 1) return writer.Update(context, schema, ids.Single(), fields);
            if (updateOnly) return WriteResult.Refused(SandboxErrors.NotFound());
            var withKey = new Dictionary<string, object?>(fields, StringComparer.OrdinalIgnoreCase)
            {
                [field.Name] = value,
            };
            return writer.Create(context, schema, withKey);
        });

    /// <summary>Live rows in the caller's sight that carry an external id.</summary>
    internal IReadOnlyList<string> IdsWith(CallContext context, ObjectSchema schema, FieldSchema field, string value)
    {
        lock (gate)
        {
            store.CatchUp();
            var table = store.Table(schema.Name);
            return
            [
                .. table.WithExternalId(field, value)
                    .Where(id => sharing.CanSee(context, table.Find(id)!)).Order(StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Several writes as one: all of them are undone when <paramref name="work"/> answers false.</summary>
    public void InTransaction(Func<bool> work)
    {
        lock (gate) store.InTransaction(work);
    }

    private WriteResult WriteTo(
        CallContext context, string objectName, string id, Func<ObjectSchema, string, WriteResult> write) =>
        Write(context, objectName, schema =>
            RecordId.Normalise(id) is { } normal && RecordId.KeyPrefix(normal) == schema.KeyPrefix
                ? write(schema, normal)
                : WriteResult.Refused(SandboxErrors.MalformedId($"{schema.Label} ID", "Id", id)));

    private WriteResult Write(CallContext context, string objectName, Func<ObjectSchema, WriteResult> write)
    {
        lock (gate)
        {
            store.CatchUp();
            if (store.Schema.Find(objectName) is not { } schema)
                return WriteResult.Refused(SandboxErrors.NoSuchObject(objectName));
            return store.LateBy > TimeSpan.Zero && !context.ViaApi && store.CommitsAtOnce
                ? LateCommit.Write(store, gate, store.LateBy, () => write(schema)).Result
                : write(schema);
        }
    }
}
