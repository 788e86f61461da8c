using System.Collections.Frozen;

namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>Every object type of one org.</summary>
public sealed class OrgSchema
{
    private readonly FrozenDictionary<string, ObjectSchema> byName;
    private readonly FrozenDictionary<string, ObjectSchema> byPrefix;

    internal OrgSchema(SandboxOptions options)
    {
        Objects =
        [
            PeopleSchema.Account(), PeopleSchema.Contact(), SetupSchema.EmailServicesAddress(), SetupSchema.Group(),
            PeopleSchema.Lead(), PeopleSchema.Opportunity(), SetupSchema.Organization(), TaskSchema.Create(options),
            SetupSchema.TaskPriority(), SetupSchema.TaskStatus(), SetupSchema.User(),
        ];
        byName = Objects.ToFrozenDictionary(schema => schema.Name, StringComparer.OrdinalIgnoreCase);
        byPrefix = Objects.ToFrozenDictionary(schema => schema.KeyPrefix, StringComparer.Ordinal);
    }

    public IReadOnlyList<ObjectSchema> Objects { get; }

    public ObjectSchema? Find(string name) => byName.GetValueOrDefault(name);

    internal ObjectSchema Require(string name) => byName[name];

    internal ObjectSchema? OfId(string id) => byPrefix.GetValueOrDefault(RecordId.KeyPrefix(id));
}
