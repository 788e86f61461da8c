using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>How our side looks to the reconciler.</summary>
internal abstract record LocalView
{
    private LocalView() { }

    /// <param name="Content">What the row holds.</param>
    /// <param name="EditedAt">Edit times on Salesforce's clock (the measured offset is applied).</param>
    internal sealed record Present(TaskContent Content, EditTimes EditedAt) : LocalView
    {
        public Present(TaskContent content) : this(content, EditTimes.None) { }
    }

    /// <summary>Deleted here; the last content stays known.</summary>
    internal sealed record Tombstone(TaskContent LastContent) : LocalView;
}
