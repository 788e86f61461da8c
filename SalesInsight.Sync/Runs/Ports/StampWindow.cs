namespace SalesInsight.Sync.Runs.Ports;

/// <summary>SystemModstamp from (inclusive) to upper (exclusive), whole seconds of Salesforce's clock.</summary>
/// <param name="ModifiedSince">First import: only rows whose LastModifiedDate is at or after this.</param>
/// <param name="OpenOnly">First import of 'all open': only rows that are not closed.</param>
internal sealed record StampWindow(
    DateTimeOffset From, DateTimeOffset Upper, DateTimeOffset? ModifiedSince = null, bool OpenOnly = false);
