using System.Collections.Immutable;
using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Web.CommandCenter;

/// <summary>
/// What is new between two looks at a list: rows that came from Salesforce under the viewer's eyes are tinted, and a
/// task that was refused just now is told to readers of the screen. The first look has no news.
/// </summary>
internal sealed class Arrivals
{
    /// <summary>A row is new for as long as its tint fades.</summary>
    internal static readonly TimeSpan Fading = TimeSpan.FromSeconds(3);

    public static readonly Arrivals None = new(null, null, [], null);

    private readonly ImmutableHashSet<Guid>? _seen;
    private readonly ImmutableHashSet<Guid>? _parked;

    private Arrivals(
        ImmutableHashSet<Guid>? seen, ImmutableHashSet<Guid>? parked, ImmutableHashSet<Guid> fresh, string? news) =>
        (_seen, _parked, Fresh, News) = (seen, parked, fresh, news);

    public ImmutableHashSet<Guid> Fresh { get; }

    public string? News { get; }

    public Arrivals Next(IReadOnlyCollection<TaskView> shown, DateTimeOffset now, Func<TaskView, string> tell)
    {
        var seen = shown.Select(t => t.Id).ToImmutableHashSet();
        var parked = shown.Where(t => t.Sync.Glyph is SyncGlyph.Parked).Select(t => t.Id).ToImmutableHashSet();
        if (_seen is null || _parked is null) return new Arrivals(seen, parked, [], null);
        var fresh = shown
            .Where(t => now - t.ArrivedAt < Fading && (Fresh.Contains(t.Id) || !_seen.Contains(t.Id)))
            .Select(t => t.Id);
        var news = shown.Where(t => parked.Contains(t.Id) && !_parked.Contains(t.Id)).Select(tell);
        return new Arrivals(seen, parked, [.. fresh], string.Join(" ", news));
    }
}
