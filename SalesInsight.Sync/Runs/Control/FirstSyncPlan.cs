using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>What turning the sync on would do; nothing is written while it is looked at (design 5.1).</summary>
/// <param name="ReadAt">Salesforce's time of the reading.</param>
/// <param name="Rows">At most 2,000; the counts cover all.</param>
/// <param name="OpenOutside">Open tasks due from today on that lie outside the window.</param>
/// <param name="LocalOnly">Tasks here that stay here.</param>
/// <param name="CallsUsed">API calls the preview took.</param>
/// <param name="CallsMax">The org's daily allowance; null when unknown.</param>
/// <param name="CallsLeft">What is left of it.</param>
public sealed record FirstSyncPlan(
    DateTimeOffset ReadAt,
    IReadOnlyList<FirstSyncPlan.Row> Rows,
    int CreateHere,
    int LinkToYours,
    int RemoveHere,
    int Skip,
    int OpenOutside,
    int LocalOnly,
    int CallsUsed,
    int? CallsMax,
    int? CallsLeft)
{
    /// <summary>One line of the plan.</summary>
    /// <param name="Kind">What would be done.</param>
    /// <param name="Why">The reason, for a skip; else CreatedThere, Adopted or DeletedThere.</param>
    /// <param name="TaskId">Our task, when it would be linked or removed.</param>
    public sealed record Row(
        Step Kind, ReasonCode Why, string SalesforceId, Guid? TaskId, string Subject, DateOnly? DueDate,
        string? PersonName, DateTimeOffset ChangedAt);

    /// <summary>What would be done with a Salesforce task.</summary>
    public enum Step
    {
        /// <summary>Brought in.</summary>
        CreateHere,

        /// <summary>Linked to an existing task; Salesforce's content is taken whole.</summary>
        LinkToYours,

        /// <summary>Deleted in Salesforce meanwhile: removed here.</summary>
        RemoveHere,

        /// <summary>Left alone, for the reason given.</summary>
        Skip,
    }
}
