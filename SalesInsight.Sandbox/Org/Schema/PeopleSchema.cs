using static SalesInsight.Sandbox.Org.Schema.Fields;

namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>People and the records tasks are related to.</summary>
internal static class PeopleSchema
{
    internal static ObjectSchema Lead(bool emailFields) => new("Lead", "Lead", "Leads", "00Q", "CUDR",
    [
        Id("Lead ID"),
        .. PersonName(),
        Text("Company", "Company", 255) with { Nillable = false },
        Text("Title", "Title", 128),
        Of(FieldType.Email, "Email", "Email", All, 80),
        Of(FieldType.Phone, "Phone", "Phone", All, 40),
        Picklist("Status", "Status", 255, LeadStatuses, byDefault: LeadStatuses[0]),
        Reference("OwnerId", "Owner ID", "Owner", ["User", "Group"]) with { Nillable = false },
        Flag("IsConverted", "Converted", ReadOnly),
        Reference("ConvertedContactId", "Converted Contact ID", "ConvertedContact", ["Contact"], ReadOnly),
        Reference("ConvertedAccountId", "Converted Account ID", "ConvertedAccount", ["Account"], ReadOnly),
        Reference("MasterRecordId", "Master Record ID", "MasterRecord", ["Lead"], ReadOnly),
        LastActivity(),
        .. emailFields ? EmailFields() : [],
        .. Fields.System(),
    ]);

    internal static ObjectSchema Contact(bool emailFields) => new("Contact", "Contact", "Contacts", "003", "CUDR",
    [
        Id("Contact ID"),
        .. PersonName(),
        Reference("AccountId", "Account ID", "Account", ["Account"]) with { ChildRelationship = "Contacts" },
        Text("Title", "Title", 128),
        Of(FieldType.Email, "Email", "Email", All, 80),
        Of(FieldType.Phone, "Phone", "Business Phone", All, 40),
        Reference("OwnerId", "Owner ID", "Owner", ["User"]) with { Nillable = false },
        Reference("MasterRecordId", "Master Record ID", "MasterRecord", ["Contact"], ReadOnly),
        LastActivity(),
        .. emailFields ? EmailFields() : [],
        .. Fields.System(),
    ]);

    internal static ObjectSchema Account(bool emailFields) => new("Account", "Account", "Accounts", "001", "CUDR",
    [
        Id("Account ID"),
        Text("Name", "Account Name", 255) with { Nillable = false },
        Picklist("Industry", "Industry", 255, ["Healthcare", "Insurance", "Manufacturing", "Transportation"]),
        Of(FieldType.Phone, "Phone", "Account Phone", All, 40),
        Text("Website", "Website", 255),
        Reference("OwnerId", "Owner ID", "Owner", ["User"]) with { Nillable = false },
        Reference("MasterRecordId", "Master Record ID", "MasterRecord", ["Account"], ReadOnly),
        .. emailFields ? EmailFields() : [],
        .. Fields.System(),
    ]);

    internal static ObjectSchema Opportunity(bool emailFields) => new(
        "Opportunity", "Opportunity", "Opportunities", "006", "CUDR",
    [
        Id("Opportunity ID"),
        Text("Name", "Name", 120) with { Nillable = false },
        Reference("AccountId", "Account ID", "Account", ["Account"]) with { ChildRelationship = "Opportunities" },
        Picklist("StageName", "Stage", 255, Stages) with { Nillable = false },
        Of(FieldType.Date, "CloseDate", "Close Date", All) with { Nillable = false },
        Of(FieldType.Double, "Amount", "Amount", All),
        Flag("IsClosed", "Closed", ReadOnly),
        Flag("IsWon", "Won", ReadOnly),
        Reference("OwnerId", "Owner ID", "Owner", ["User"]) with { Nillable = false },
        .. emailFields ? EmailFields() : [],
        .. Fields.System(),
    ]);

    /// <summary>Which contacts have a part in which opportunity (object reference, OpportunityContactRole).</summary>
    internal static ObjectSchema OpportunityContactRole() => new(
        "OpportunityContactRole", "Opportunity Contact Role", "Opportunity Contact Roles", "00K", "CUDR",
        [
            Id("Contact Role ID"),
            Reference("OpportunityId", "Opportunity ID", "Opportunity", ["Opportunity"]) with
            {
                Nillable = false, ChildRelationship = "OpportunityContactRoles",
            },
            Reference("ContactId", "Contact ID", "Contact", ["Contact"]) with
            {
                Nillable = false, ChildRelationship = "OpportunityContactRoles",
            },
            Picklist("Role", "Role", 40, ["Decision Maker", "Economic Buyer", "Evaluator", "Other"]),
            Flag("IsPrimary", "Primary"),
            .. Fields.System(),
        ]);

    internal const string LastActivityDate = "LastActivityDate";
    internal const string ClosedWon = "Closed Won";
    internal const string ClosedLost = "Closed Lost";

    private static readonly string[] LeadStatuses =
        ["Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted"];

    private static readonly string[] Stages =
        ["Prospecting", "Qualification", "Proposal/Price Quote", "Negotiation/Review", ClosedWon, ClosedLost];

    /// <summary>The latest due date of a completed task (object reference, LastActivityDate).</summary>
    private static FieldSchema LastActivity() =>
        Of(FieldType.Date, LastActivityDate, "Last Activity", ReadOnly);

    /// <summary>What an e-mail tool's package brings along.</summary>
    private static IEnumerable<FieldSchema> EmailFields() =>
        [Of(FieldType.Date, "MSE_Last_Activity__c", "Last Sales Activity", All) with { Custom = true }];

    private static IEnumerable<FieldSchema> PersonName() =>
    [
        Text("LastName", "Last Name", 80) with { Nillable = false },
        Text("FirstName", "First Name", 40),
        // Name of a person is put together from its parts and never written.
        Text("Name", "Full Name", 121, ReadOnly) with { Nillable = false },
    ];
}
