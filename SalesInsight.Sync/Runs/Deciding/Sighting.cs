using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Deciding;

/// <summary>What this run saw of a record.</summary>
internal abstract record Sighting
{
    private Sighting() { }

    /// <summary>A field the user is not shown says nothing: it counts as it is in the link's base.</summary>
    public Sighting Remembering(TaskLink? link) => this is Seen seen && link is not null
        ? seen with { Row = seen.Row.Remembering(link.Base.There) }
        : this;

    /// <summary>Neither in the window nor read by id: as far as we know it is as it was.</summary>
    internal sealed record NotRead : Sighting
    {
        public static readonly NotRead Instance = new();
    }

    /// <param name="ServerTime">Salesforce's clock at the answer: a stamp of that second is no stamp yet.</param>
    internal sealed record Seen(SalesforceTask Row, DateTimeOffset ServerTime) : Sighting
    {
        /// <summary>The org reader saw it, some time before this run: good enough to take it in, not to write on.
        /// </summary>
        public bool IsOfOrg { get; init; }

        /// <summary>LastModifiedDate, unless its second was not over when it was read.</summary>
        public DateTimeOffset? Touch => Row.LastModifiedDate < ServerTime ? Row.LastModifiedDate : null;
    }

    /// <summary>Asked for by id and not shown.</summary>
    /// <param name="InDeleteLog">Salesforce's delete log lists it: gone, not hidden.</param>
    internal sealed record Missing(bool InDeleteLog) : Sighting;
}
