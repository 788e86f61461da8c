using System.Collections.Immutable;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Reading;

/// <summary>What a run's first call brought, and what it may conclude from it.</summary>
/// <param name="Sightings">By record id: every record that was asked for by id.</param>
/// <param name="Unlinked">Rows asked for by id that are linked to nothing here.</param>
/// <param name="Upper">Where the cursor goes when all went well.</param>
/// <param name="DeletedUpTo">How far the delete log was read; null: not in this run.</param>
internal sealed record FirstReading(
    ReadReply Reply,
    ImmutableDictionary<string, Sighting> Sightings,
    ImmutableArray<SalesforceTask> Unlinked,
    ImmutableArray<string> Deleted,
    DateTimeOffset Upper,
    DateTimeOffset? DeletedUpTo);
