using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>The end state of one task. Operations follow from it by difference.</summary>
internal abstract record Verdict
{
    private Verdict() { }

    /// <param name="Agreed">What both sides shall hold, as we see it.</param>
    /// <param name="Sent">Fields whose rendering goes to Salesforce.</param>
    /// <param name="Left">Fields left as they are on both sides and in the base: this mode, or parking, lets them wait.
    /// </param>
    internal sealed record Keep(TaskContent Agreed, FieldSet Sent = default, FieldSet Left = default) : Verdict;

    /// <summary>Gone on both sides.</summary>
    internal sealed record Remove : Verdict;

    /// <summary>Nothing is done; the reason is shown.</summary>
    internal sealed record Hold(ReasonCode Reason) : Verdict;
}
