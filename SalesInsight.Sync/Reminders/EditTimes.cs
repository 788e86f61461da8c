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

    public bool Equals(EditTimes? other) => other is not null && times.SequenceEqual(other.Times);

    public override bool Equals(object? obj) => Equals(obj as EditTimes);

    public override int GetHashCode() => times.Count;
}
