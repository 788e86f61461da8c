using System.Numerics;

namespace SalesInsight.Sync.Reminders;

/// <summary>A set of <see cref="TaskField"/>s; a value, so that decisions that carry one compare by content.</summary>
internal readonly record struct FieldSet(byte Bits)
{
    public static readonly TaskField[] Fields = Enum.GetValues<TaskField>();

    public static readonly FieldSet None = new(0);
    public static readonly FieldSet All = Of(Fields);

    public bool IsEmpty => Bits == 0;
    public int Count => BitOperations.PopCount(Bits);

    public static FieldSet Of(params ReadOnlySpan<TaskField> fields)
    {
        var set = None;
        foreach (var field in fields) set = set.Add(field);
        return set;
    }

    public bool Contains(TaskField field) => (Bits >> (int)field & 1) != 0;

    public FieldSet Add(TaskField field) => new((byte)(Bits | 1 << (int)field));

    public FieldSet Remove(TaskField field) => new((byte)(Bits & ~(1 << (int)field)));

    public FieldSet Union(FieldSet other) => new((byte)(Bits | other.Bits));

    public FieldSet Except(FieldSet other) => new((byte)(Bits & ~other.Bits));

    public IEnumerable<TaskField> Each()
    {
        foreach (var field in Fields)
            if (Contains(field)) yield return field;
    }

    public override string ToString() => string.Join("+", Each());
}
