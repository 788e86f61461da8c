using System.Collections.Immutable;

namespace SalesInsight.Sync.Reminders;

/// <summary>
/// When a person last edited each field here (our clock, UTC); a field nobody edited here has no entry. Values, not
/// times, decide whether there is a change; times only decide who is newer when both sides changed one field.
/// </summary>
internal sealed class EditTimes(ImmutableSortedDictionary<TaskField, DateTimeOffset> times) : IEquatable<EditTimes>
{
    public static readonly EditTimes None = new(ImmutableSortedDictionary<TaskField, DateTimeOffset>.Empty);

    public DateTimeOffset? this[TaskField field] => times.TryGetValue(field, out var at) ? at : null;

    public ImmutableSortedDictionary<TaskField, DateTimeOffset> Times => times;

    public EditTimes With(FieldSet fields, DateTimeOffset at)
    {
        var next = times;
        foreach (var field in fields.Each()) next = next.SetItem(field, at);
        return new EditTimes(next);
    }

    /// <summary>The same times on a clock that is ahead of ours by <paramref name="offset"/>.</summary>
    public EditTimes Shifted(TimeSpan offset) => offset == TimeSpan.Zero || times.IsEmpty
        ? this
        : new(times.ToImmutableSortedDictionary(t => t.Key, t => t.Value + offset));

    public bool Equals(EditTimes? other) => other is not null && times.SequenceEqual(other.Times);

    public override bool Equals(object? obj) => Equals(obj as EditTimes);

    public override int GetHashCode() => times.Count;
}
