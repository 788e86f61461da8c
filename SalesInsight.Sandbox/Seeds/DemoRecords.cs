using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Rows;

namespace SalesInsight.Sandbox.Seeds;

/// <summary>The demo's accounts, people, opportunities and queue; ids by name.</summary>
internal sealed class DemoRecords
{
    private const double MonthsAgoHours = 24 * 90;
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    internal string this[string name] => ids[name];

    internal string? Find(string? name) => name is null ? null : ids[name];

    internal static DemoRecords Fill(SandboxOrg org)
    {
        var records = new DemoRecords();
        var (mara, jonas) = (org.As(SetupSeed.Mara), org.As(SetupSeed.Jonas));
        records.Customer(org, mara, "Brightwater Logistics", "Dana Whitfield", "Fleet rollout, phase 2", 48_000);
        records.Customer(
            org, mara, "Pacific Crest Medical Group", "Priya Raghunathan", "Three-year platform agreement", 210_000);
        records.Customer(org, mara, "Ostrava Steel Works", "Tomás Herrera", "Ostrava pilot", 12_500);
        records.Customer(org, mara, "Kestrel Dental Group", "Ben Okafor", "Kestrel renewal 2027", 36_000);
        records.Customer(org, mara, "Fenwick Foods", "Yuki Tanaka", "Fenwick evaluation", 18_000);
        records.Customer(org, mara, "Aldgate Insurance", "Henrik Dahl", "Aldgate claims desk", 95_000);
        records.Customer(org, mara, "Lumen & Vale Architects", "Sofia Marchetti", "Lumen studio seats", 9_600);
        records.Customer(org, jonas, "Norrvik Shipyards", "Elin Sandström", "Norrvik service desk", 54_000);
        records.Person(org, mara, "Aleksandra Wójcikowska-Lindström", "Kestrel Dental Group", "Head of Operations");
        records.Lead(org, mara, "Marcus Feld", "Feld & Söhne");
        records.Lead(org, mara, "Grace Adeyemi", "Harbour Lane Clinics");
        records.Lead(org, jonas, "Ola Nygaard", "Nygaard Transport");
        // one address on several records, and a lead that has become a contact: what a mail's rule is about
        records.Person(org, mara, "Yuki Tanaka", "Aldgate Insurance", "Consultant", "yuki.tanaka@fenwickfoods.example");
        records.Lead(org, mara, "Grace Adeyemi", "Adeyemi Advisory", "grace.adeyemi@harbourlaneclinics.example");
        records.Lead(org, mara, "Noor de Wit", "De Wit Catering");
        org.Maintenance.ConvertLead(mara, records["Noor de Wit"]);
        records.Queue(org, "Inbound EMEA");
        return records;
    }

    private void Customer(
        SandboxOrg org, CallContext owner, string account, string person, string opportunity, double amount)
    {
        ids[account] = DemoSeed.Put(org, owner, "Account", MonthsAgoHours, ("Name", account));
        Person(org, owner, person, account, null);
        ids[opportunity] = DemoSeed.Put(
            org, owner, "Opportunity", MonthsAgoHours, ("Name", opportunity), ("AccountId", ids[account]),
            ("StageName", "Proposal/Price Quote"), ("Amount", amount),
            ("CloseDate", DemoSeed.Today(org, owner).AddDays(45)));
        DemoSeed.Put(
            org, owner, "OpportunityContactRole", MonthsAgoHours, ("OpportunityId", ids[opportunity]),
            ("ContactId", ids[person]), ("Role", "Decision Maker"), ("IsPrimary", true));
    }

    private void Person(
        SandboxOrg org, CallContext owner, string name, string account, string? title, string? address = null)
    {
        var (first, last) = Split(name);
        var id = DemoSeed.Put(
            org, owner, "Contact", MonthsAgoHours, ("FirstName", first), ("LastName", last),
            ("AccountId", ids[account]), ("Title", title), ("Email", address ?? Address(first, last, account)));
        ids.TryAdd(name, id);
    }

    private void Lead(SandboxOrg org, CallContext owner, string name, string company, string? address = null)
    {
        var (first, last) = Split(name);
        var id = DemoSeed.Put(
            org, owner, "Lead", MonthsAgoHours, ("FirstName", first), ("LastName", last), ("Company", company),
            ("Email", address ?? Address(first, last, company)));
        ids.TryAdd(name, id);
    }

    private void Queue(SandboxOrg org, string name)
    {
        var (admin, stamp) = (org.As(SetupSeed.Admin).UserId, org.Clock.Stamp);
        ids[name] = org.Store.Table("Group").NextId();
        org.Store.Put(new RowDraft(org.Schema.Require("Group"))
            .Set("Id", ids[name]).Set("Name", name).Set("Type", "Queue")
            .Stamped(admin, stamp, admin, stamp).ToRecord());
    }

    private static (string First, string Last) Split(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return (name[..space], name[(space + 1)..]);
    }

    private static string Address(string first, string last, string company) =>
        $"{Plain(first)}.{Plain(last)}@{Plain(company)}.example";

    private static string Plain(string text) =>
        new([.. text.ToLowerInvariant().Where(char.IsAsciiLetter)]);
}
