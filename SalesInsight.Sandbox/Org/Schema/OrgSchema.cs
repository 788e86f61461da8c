using System.Collections.Frozen;

namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>Every object type of one org. Never changes, so that orgs set up alike share it.</summary>
public sealed class OrgSchema
{
    private readonly FrozenDictionary<string, ObjectSchema> byName;
    private readonly FrozenDictionary<string, ObjectSchema> byPrefix;

    private static readonly FrozenDictionary<CustomIdField, OrgSchema> BySetup =
        Enum.GetValues<CustomIdField>().ToFrozenDictionary(setup => setup, setup => new OrgSchema(setup));

    private OrgSchema(CustomIdField customId)
    {
        Objects =
        [
            PeopleSchema.Account(), PeopleSchema.Contact(), SetupSchema.EmailServicesAddress(),
            SetupSchema.EmailServicesFunction(), SetupSchema.Group(), PeopleSchema.Lead(), PeopleSchema.Opportunity(),
            SetupSchema.Organization(), TaskSchema.Create(customId), SetupSchema.TaskPriority(),
            SetupSchema.TaskStatus(), SetupSchema.User(), SetupSchema.UserPermissionAccess(),
        ];
        byName = Objects.ToFrozenDictionary(schema => schema.Name, StringComparer.OrdinalIgnoreCase);
        byPrefix = Objects.ToFrozenDictionary(schema => schema.KeyPrefix, StringComparer.Ordinal);
    }

    internal static OrgSchema Of(CustomIdField setup) => BySetup[setup];

    public IReadOnlyList<ObjectSchema> Objects { get; }

    public ObjectSchema? Find(string name) => byName.GetValueOrDefault(name);

    internal IEnumerable<ChildRelationship> ChildrenOf(ObjectSchema parent) =>
        from child in Objects
        from field in child.Fields
        where field.ReferenceTo.Contains(parent.Name)
        select new ChildRelationship(field.ChildRelationship, child, field);

    internal ObjectSchema Require(string name) => byName[name];

    internal ObjectSchema? OfId(string id) => byPrefix.GetValueOrDefault(RecordId.KeyPrefix(id));
}
