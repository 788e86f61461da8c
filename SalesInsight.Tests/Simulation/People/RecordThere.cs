using System.Globalization;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Tests.Simulation.People;

/// <summary>A record as a Salesforce user with all rights sees it, read past every API.</summary>
internal sealed record RecordThere(
    string Id, string OwnerId, string Subject, string Details, string? Due, bool IsClosed, string Status,
    string Priority, bool IsDeleted, bool IsArchived, bool IsMaster, string? Person)
{
    public string? this[Field field] => field switch
    {
        Field.Subject => Subject,
        Field.Details => Details,
        _ => Due,
    };

    public static List<RecordThere> All(SandboxInProcess org) =>
        [.. org.Org.Records.List(org.Org.As(ThereDesk.Admin), "Task", includeDeleted: true).Select(Of)];

    private static RecordThere Of(SObjectRecord record) => new(
        record.Id,
        record.Text("OwnerId")!,
        record.Text("Subject") ?? "",
        record.Text("Description") ?? "",
        record.Date("ActivityDate")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        record.Flag("IsClosed"),
        record.Text("Status") ?? "",
        record.Text("Priority") ?? "",
        record.IsDeleted,
        record.Flag("IsArchived"),
        record.Flag("IsRecurrence"),
        record.Text("WhoId"));
}
