using System.Collections.Frozen;

namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>Every object type of one org. Never changes, so that orgs set up alike share it.</summary>
public sealed class OrgSchema
{
    private readonly FrozenDictionary<string, ObjectSchema> byName;
    private readonly FrozenDictionary<string, ObjectSchema> byPrefix;

    private static readonly FrozenDictionary<(CustomIdField CustomId, bool EmailFields), OrgSchema> BySetup =
        Enum.GetValues<CustomIdField>().SelectMany(_ => new[] { false, true }, (CustomId, Fields) => (CustomId, Fields))
            .ToFrozenDictionary(setup => setup, setup => new OrgSchema(setup.CustomId, setup.Fields));

    private OrgSchema(CustomIdField customId, bool emailFields)
    {
        Objects =
        [
            PeopleSchema.Account(emailFields), PeopleSchema.Contact(emailFields),
            SetupSchema.EmailServicesAddress(),
            SetupSchema.EmailServicesFunction(), SetupSchema.Group(), PeopleSchema.Lead(emailFields),
            PeopleSchema.Opportunity(emailFields),
            PeopleSchema.OpportunityContactRole(), SetupSchema.Organization(),
            TaskSchema.Create(customId, emailFields), SetupSchema.TaskPriority(), SetupSchema.TaskStatus(),
            SetupSchema.User(), SetupSchema.UserPermissionAccess(),
        ];
        byName = Objects.ToFrozenDictionary(schema => schema.Name, StringComparer.OrdinalIgnoreCase);
        byPrefix = Objects.ToFrozenDictionary(schema => schema.KeyPrefix, StringComparer.Ordinal);
    }

    internal static OrgSchema Of(SandboxOptions setup) => BySetup[(setup.CustomIdField, setup.EmailFields)];

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
