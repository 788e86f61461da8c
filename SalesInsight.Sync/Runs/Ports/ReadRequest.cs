using System.Collections.Immutable;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>
/// One reading: a closed window of SystemModstamp and, in the same call, rows by id. Deleted and archived rows come
/// too.
/// </summary>
/// <param name="OwnerId">Only this owner's rows in the window; null: every owner (org reader). Ids are read whoever
/// owns them.</param>
/// <param name="Window">Null: rows by id only.</param>
/// <param name="Ids">At most <see cref="IdsMax"/>.</param>
internal sealed record ReadRequest(string? OwnerId, StampWindow? Window, ImmutableArray<string> Ids)
{
    /// <summary>Ids in one call: four queries of 500 beside the window in one composite.</summary>
    public const int IdsMax = 2_000;
}
