using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Seeds;

/// <summary>Halden Software as the screens show it, dated relative to the clock's now.</summary>
internal static class DemoSeed
{
    internal static void Fill(SandboxOrg org)
    {
        var records = DemoRecords.Fill(org);
        DemoTasks.Fill(org, records);
        DemoHistory.Fill(org, records);
    }

    /// <summary>One row stamped so many hours ago; a seed that is refused is a bug.</summary>
    internal static string Put(
        SandboxOrg org, CallContext context, string objectName, double hoursAgo,
        params (string Field, object? Value)[] fields)
    {
        var row = fields.Where(field => field.Value is not null)
            .ToDictionary(field => field.Field, field => field.Value);
        var result = org.WriteAt(
            org.Clock.UtcNow.AddHours(-hoursAgo), records => records.Create(context, objectName, row));
        return result.Id ?? throw new InvalidOperationException($"{objectName}: {result.Errors[0].Message}");
    }

    /// <summary>Today where the user is.</summary>
    internal static DateOnly Today(SandboxOrg org, CallContext context)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(org.Users.Find(context.UserId)!.TimeZone);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(org.Clock.UtcNow, zone).DateTime);
    }
}
