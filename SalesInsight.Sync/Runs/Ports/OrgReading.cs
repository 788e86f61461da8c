using System.Collections.Immutable;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>
/// One reading of a whole organization. Its rows are what Salesforce held when it was made: those of the window, no
/// more and no fewer, of every rep who synced when it began.
/// </summary>
/// <param name="ReaderId">The connection that read.</param>
/// <param name="From">Everything with a SystemModstamp from here on was read (Salesforce's clock) ...</param>
/// <param name="Upper">... to here, this second left out.</param>
/// <param name="ClockOffset">Salesforce's clock minus ours, when it was made.</param>
/// <param name="Columns">What the reader was shown of each row.</param>
/// <param name="At">When it was made (our clock).</param>
/// <param name="GoodUntil">Until then runs may rely on it (our clock); by then the next has long been made.</param>
internal sealed record OrgReading(
    string OrganizationId,
    Guid ReaderId,
    DateTimeOffset From,
    DateTimeOffset Upper,
    TimeSpan ClockOffset,
    ImmutableArray<string> Columns,
    DateTimeOffset At,
    DateTimeOffset GoodUntil);
