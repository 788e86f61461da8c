using static SalesInsight.Sandbox.Org.Schema.Fields;

namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>Objects that describe the org itself: read by clients, changed in Setup only.</summary>
internal static class SetupSchema
{
    internal static readonly string[] StatusNames =
        ["Not Started", "In Progress", "Completed", "Waiting on someone else", "Deferred"];

    internal static readonly string[] PriorityNames = ["High", "Normal", "Low"];

    internal static ObjectSchema User() => new("User", "User", "Users", "005", "R",
    [
        Id("User ID"),
        Text("Username", "Username", 80, ReadOnly) with { Nillable = false },
        Text("LastName", "Last Name", 80, ReadOnly) with { Nillable = false },
        Text("FirstName", "First Name", 40, ReadOnly),
        Text("Name", "Full Name", 121, ReadOnly) with { Nillable = false },
        Of(FieldType.Email, "Email", "Email", ReadOnly, 128) with { Nillable = false },
        Text("TimeZoneSidKey", "Time Zone", 40, ReadOnly) with { Nillable = false },
        Text("UserType", "User Type", 40, ReadOnly),
        Flag("IsActive", "Active", ReadOnly),
        .. Fields.System(deletable: false),
    ]);

    internal static ObjectSchema Group() => new("Group", "Group", "Groups", "00G", "R",
    [
        Id("Group ID"),
        Text("Name", "Name", 40, ReadOnly) with { Nillable = false },
        Text("Type", "Type", 40, ReadOnly) with { Nillable = false },
        .. Fields.System(deletable: false),
    ]);

    internal static ObjectSchema TaskStatus() => new("TaskStatus", "Task Status Value", "Task Status", "01M", "",
    [
        Id("Task Status Value ID"), .. Setup(),
        Flag("IsClosed", "Closed", ReadOnly), .. Fields.System(deletable: false),
    ]);

    internal static ObjectSchema TaskPriority() => new("TaskPriority", "Task Priority", "Task Priorities", "01L", "",
    [
        Id("Task Priority Value ID"), .. Setup(),
        Flag("IsHighPriority", "High Priority", ReadOnly), .. Fields.System(deletable: false),
    ]);

    internal static ObjectSchema Organization() => new("Organization", "Organization", "Organizations", "00D", "",
    [
        Id("Organization ID"),
        Text("Name", "Name", 80, ReadOnly) with { Nillable = false },
        Text("OrganizationType", "Edition", 40, ReadOnly),
        Flag("IsSandbox", "Is Sandbox", ReadOnly),
        Text("InstanceName", "Instance Name", 5, ReadOnly),
        Text("TimeZoneSidKey", "Time Zone", 40, ReadOnly),
        Text("LanguageLocaleKey", "Language", 40, ReadOnly),
        .. Fields.System(deletable: false),
    ]);

    /// <summary>One row per user, of which each user is shown their own alone: what they may do in the org.</summary>
    internal static ObjectSchema UserPermissionAccess() =>
        new("UserPermissionAccess", "User Permission Access", "User Permission Access", "0PU", "",
        [
            Id("User Permission Access ID"),
            Flag("PermissionsApiEnabled", "API Enabled", ReadOnly),
            Flag("PermissionsViewAllData", "View All Data", ReadOnly),
            .. Fields.System(deletable: false),
        ]);

    internal static ObjectSchema EmailServicesAddress() =>
        new("EmailServicesAddress", "Email Services Address", "Email Services Addresses", "093", "",
        [
            Id("Service Address ID"),
            Flag("IsActive", "Active", ReadOnly),
            Text("LocalPart", "Email address", 64, ReadOnly),
            Text("EmailDomainName", "Email Services Address Domain", 255, ReadOnly),
            Text("AuthorizedSenders", "Accept Email From", 32_000, ReadOnly),
            Reference("RunAsUserId", "Context User", "RunAsUser", ["User"], ReadOnly),
            Reference("FunctionId", "Email Service", "Function", ["EmailServicesFunction"], ReadOnly),
            .. Fields.System(deletable: false),
        ]);

    internal static ObjectSchema EmailServicesFunction() =>
        new("EmailServicesFunction", "Email Service", "Email Services", "091", "",
        [
            Id("Email Service ID"),
            Flag("IsActive", "Active", ReadOnly),
            Text("FunctionName", "Email Service Name", 64, ReadOnly),
            .. Fields.System(deletable: false),
        ]);

    private static IEnumerable<FieldSchema> Setup() =>
    [
        Text("MasterLabel", "Master Label", 255, ReadOnly),
        Text("ApiName", "API Name", 255, ReadOnly),
        Of(FieldType.Int, "SortOrder", "Sort Order", ReadOnly),
        Flag("IsDefault", "Default", ReadOnly),
    ];
}
