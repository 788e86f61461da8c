using System.Collections.Immutable;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Reading;

/// <summary>
/// What a run's first call brought, or the org reader's last one, and what may be concluded from it.
/// </summary>
/// <param name="Sightings">By record id: every record that was asked for by id.</param>
/// <param name="Unlinked">Rows asked for by id that are linked to nothing here.</param>
/// <param name="Upper">Where the cursor goes when all went well.</param>
/// <param name="DeletedUpTo">How far the delete log was read; null: not in this run.</param>
/// <param name="ClockOffset">Salesforce's clock minus ours, as last measured.</param>
/// <param name="IsOfOrg">The rows are those of the org reader; this run has made no call for them.</param>
internal sealed record FirstReading(
    ReadReply Reply,
    ImmutableDictionary<string, Sighting> Sightings,
    ImmutableArray<SalesforceTask> Unlinked,
    ImmutableArray<string> Deleted,
    DateTimeOffset Upper,
    DateTimeOffset? DeletedUpTo,
    TimeSpan ClockOffset,
    bool IsOfOrg = false)
{
    public static FirstReading Of(SharedRows shared) => new(
        // all it holds is older than the second it leaves out
        new ReadReply(shared.Reading.Upper, shared.Rows, null, shared.Rows.Length, []),
        ImmutableDictionary<string, Sighting>.Empty,
        [],
        [],
        shared.Reading.Upper,
        null,
        shared.Reading.ClockOffset,
        IsOfOrg: true);
}
