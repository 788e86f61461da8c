using System.Globalization;

namespace SalesInsight.Tests.Crash;

/// <summary>One task as a side shows it.</summary>
internal sealed record SeenTask(string Id, string Subject, string? Details, bool IsCompleted, DateOnly? Due)
{
    public string Name => Subject.Split(' ')[0];

    public static DateOnly? Date(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
