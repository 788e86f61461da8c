using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Schema;
using SalesInsight.Sandbox.Org.Setup;

namespace SalesInsight.Sandbox.Org.Writing;

/// <summary>What the platform checks of each field before any rule of the object (facts 9.2 items 8, 9, 15).</summary>
internal sealed class FieldChecks(SandboxOptions options, OrgStore store, Sharing sharing)
{
    /// <summary>Fills the draft with what was sent; the first kind of fault met is reported whole.</summary>
    internal IReadOnlyList<SandboxError> Apply(WriteRequest request, IReadOnlyDictionary<string, object?> sent)
    {
        var fields = new List<(FieldSchema Field, object? Sent)>(sent.Count);
        foreach (var (name, value) in sent)
        {
            var field = request.Draft.Schema.Find(name);
            if (field is null || sharing.HidesField(request.Context, request.Draft.Schema.Name, field.Name))
                return [SandboxErrors.NoSuchColumn(name, request.Draft.Schema.Name)];
            fields.Add((field, value));
        }

        var refused = fields.Where(pair => !Writeable(request, pair.Field)).Select(pair => pair.Field.Name).ToArray();
        if (refused.Length > 0) return [SandboxErrors.NotWriteable(refused)];
        foreach (var (field, value) in fields)
            if (Store(request.Draft, field, value) is { } error) return [error];
        return Missing(request) is { Length: > 0 } missing ? [SandboxErrors.RequiredMissing(missing)] : [];
    }

    /// <summary>
    /// Unique external ids, compared with every live row. One out of the caller's sight is not named (from memory).
    /// </summary>
    internal SandboxError? Duplicate(CallContext context, RowDraft draft)
    {
        foreach (var field in draft.Schema.Fields)
        {
            if (!field.Unique || draft[field.Ordinal] is not string value) continue;
            var others = store.Table(draft.Schema.Name).WithExternalId(field, value);
            var other = others.FirstOrDefault(id => id != (string?)draft["Id"]);
            if (other is null) continue;
            return options.DuplicateNamesUnseen || sharing.CanSee(context, store.Find(other)!)
                ? SandboxErrors.DuplicateValue(field.Name, other)
                : SandboxErrors.DuplicateValue("<unknown>", "<unknown>");
        }

        return null;
    }

    private bool Writeable(WriteRequest request, FieldSchema field) =>
        (request.Creates ? field.Createable : field.Updateable)
        && !sharing.FieldIsReadOnly(request.Context, request.Draft.Schema.Name, field.Name);

    private SandboxError? Store(RowDraft draft, FieldSchema field, object? sent)
    {
        if (!FieldValue.TryRead(field, sent, options.TrimsText, out var value, out var typeName))
            return SandboxErrors.BadValue(typeName, sent as string ?? sent?.ToString() ?? "");
        if (value is string text)
        {
            if (field.Type == FieldType.Reference) return StoreReference(draft, field, text);
            if (field.Length > 0 && text.Length > field.Length)
                return SandboxErrors.StringTooLong(field.Label, field.Name, text, field.Length);
            if (field.Restricted && field.Values.All(allowed => allowed.Value != text))
                return SandboxErrors.NotInPicklist(field.Label, field.Name, text);
        }

        draft.Set(field.Ordinal, value ?? (field.Type == FieldType.Boolean ? false : null));
        return null;
    }

    private SandboxError? StoreReference(RowDraft draft, FieldSchema field, string text)
    {
        var id = RecordId.Normalise(text);
        var target = id is null ? null : store.Schema.OfId(id);
        if (id is null || target is null || !field.ReferenceTo.Contains(target.Name))
            return SandboxErrors.MalformedId(field.Label, field.Name, text);
        draft.Set(field.Ordinal, id);
        return null;
    }

    private static string[] Missing(WriteRequest request) =>
    [
        .. request.Draft.Schema.Fields
            .Where(field => !field.Nillable && (field.Createable || field.Updateable))
            .Where(field => field.Type != FieldType.Boolean && request.Draft[field.Ordinal] is null)
            .Select(field => field.Name),
    ];
}
