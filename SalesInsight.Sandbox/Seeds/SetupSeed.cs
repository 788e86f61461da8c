using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Schema;
using SalesInsight.Sandbox.Org.Setup;

namespace SalesInsight.Sandbox.Seeds;

/// <summary>What every org has, an empty one too: its own row, three users, the status and priority lists.</summary>
internal static class SetupSeed
{
    internal const string Admin = "admin@sandbox.test";
    internal const string Mara = "rep1@sandbox.test";
    internal const string Jonas = "rep2@sandbox.test";
    internal const string Password = "sandbox1";

    internal static void Fill(SandboxOrg org)
    {
        AddUser(org, Admin, "Ines", "Duarte", "ines.duarte@halden.example", "Europe/Lisbon", SandboxProfile.Admin);
        AddUser(org, Mara, "Mara", "Visser", "mara.visser@halden.example", "Europe/Amsterdam");
        AddUser(org, Jonas, "Jonas", "Lindqvist", "jonas.lindqvist@halden.example", "Europe/Stockholm");
        var admin = org.Users.FindByUsername(Admin)!.Id;
        Put(org, admin, "Organization", row => row
            .Set("Id", org.Id).Set("Name", "Halden Software").Set("OrganizationType", "Developer Edition")
            .Set("IsSandbox", false).Set("InstanceName", "SBX1").Set("TimeZoneSidKey", "Europe/Amsterdam")
            .Set("LanguageLocaleKey", "en_US"));
        AddList(org, admin, "TaskStatus", SetupSchema.StatusNames, "Not Started", "IsClosed", "Completed");
        AddList(org, admin, "TaskPriority", SetupSchema.PriorityNames, "Normal", "IsHighPriority", "High");
        var function = Put(org, admin, "EmailServicesFunction", row => row
            .Set("IsActive", true).Set("FunctionName", "EmailToSalesforce"));
        foreach (var user in org.Users.All) AddMailAddress(org, admin, user, function);
    }

    private static void AddUser(
        SandboxOrg org, string username, string first, string last, string email, string zone,
        SandboxProfile profile = SandboxProfile.Standard) =>
        org.Users.Add(new SandboxUser
        {
            Id = org.Users.NextId(),
            Username = username,
            Password = Password,
            FirstName = first,
            LastName = last,
            Email = email,
            TimeZone = zone,
            Profile = profile,
            CanViewAllData = profile == SandboxProfile.Admin,
        });

    private static void AddList(
        SandboxOrg org, string admin, string objectName, string[] names, string byDefault, string flag, string flagged)
    {
        for (var at = 0; at < names.Length; at++)
        {
            var (name, order) = (names[at], at + 1);
            Put(org, admin, objectName, row => row
                .Set("MasterLabel", name).Set("ApiName", name).Set("SortOrder", order)
                .Set("IsDefault", name == byDefault).Set(flag, name == flagged));
        }
    }

    private static void AddMailAddress(SandboxOrg org, string admin, SandboxUser user, string function) =>
        Put(org, user.Id, "EmailServicesAddress", row => row
            .Set("IsActive", true).Set("FunctionId", function).Set("LocalPart", "emailtosalesforce")
            .Set("EmailDomainName", $"{user.Id[^9..].ToLowerInvariant()}k3t7q2m9x4.5i-halden.sbx1.le.salesforce.test")
            .Set("AuthorizedSenders", user.Email)
            .Set("RunAsUserId", org.Options.EmailAddressRunsAsUser ? user.Id : admin));

    private static string Put(SandboxOrg org, string admin, string objectName, Action<RowDraft> fill)
    {
        var draft = new RowDraft(org.Schema.Require(objectName));
        draft.Set("Id", org.Store.Table(objectName).NextId());
        fill(draft);
        var now = org.Clock.Stamp;
        var row = draft.Stamped(admin, now, admin, now).ToRecord();
        org.Store.Put(row);
        return row.Id;
    }
}
