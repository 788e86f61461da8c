using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Seeds;

/// <summary>Halden Software as the screens show it, dated relative to the clock's now.</summary>
internal static class DemoSeed
{
    internal static void Fill(SandboxOrg org)
    {
        var mara = org.As(SetupSeed.Mara);
        var account = org.Records.Create(mara, "Account", Row(("Name", "Brightwater Logistics"))).Id;
        var dana = org.Records.Create(
            mara, "Contact", Row(("FirstName", "Dana"), ("LastName", "Whitfield"), ("AccountId", account))).Id;
        org.Records.Create(
            mara, "Task", Row(("Subject", "Call Dana about the pilot extension"), ("WhoId", dana),
                ("Priority", "High"), ("ActivityDate", DateOnly.FromDateTime(org.Clock.UtcNow.UtcDateTime))));
    }

    private static Dictionary<string, object?> Row(params (string Field, object? Value)[] fields) =>
        fields.ToDictionary(pair => pair.Field, pair => pair.Value);
}
