using System.Collections.Concurrent;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.People;

namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// What a describe and the status list said, per connection, for a day: they cost two calls and seldom change. Safe for
/// parallel use; one per process, one entry per connection.
/// </summary>
internal sealed class OrgFactsCache(TimeProvider time)
{
    public static readonly TimeSpan Age = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<Guid, Entry> entries = new();

    public Entry? Find(Guid connectionId) =>
        entries.TryGetValue(connectionId, out var entry) && time.GetUtcNow() - entry.Facts.ReadAt < Age ? entry : null;

    public void Put(Guid connectionId, Entry entry) => entries[connectionId] = entry;

    public void Drop(Guid connectionId) => entries.TryRemove(connectionId, out _);

    /// <param name="Facts">As the engine wants them.</param>
    /// <param name="Columns">What to read and write of Task.</param>
    /// <param name="Email">What to write of a logged mail.</param>
    internal sealed record Entry(OrgFacts Facts, TaskColumns Columns, EmailColumns Email);
}
