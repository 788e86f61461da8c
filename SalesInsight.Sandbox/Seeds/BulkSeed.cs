using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Seeds;

/// <summary>Many plain tasks, for load: due over the next 30 days, stamped over the last hours.</summary>
public static class BulkSeed
{
    private const int DueDays = 30;
    private const int PerSecond = 10;

    /// <summary>Adds tasks to a user; their stamps lie ten to a second back from the clock's now.</summary>
    public static void Fill(SandboxOrg org, string username, int tasks)
    {
        var context = org.As(username);
        var now = org.Clock.Stamp;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        for (var at = 0; at < tasks; at++)
        {
            var due = today.AddDays(at % DueDays);
            var fields = new Dictionary<string, object?> { ["Subject"] = $"Task {at}", ["ActivityDate"] = due };
            var stamp = now.AddSeconds(-((tasks - at) / PerSecond) - 1);
            org.WriteAt(stamp, records => records.Create(context, "Task", fields));
        }
    }
}
