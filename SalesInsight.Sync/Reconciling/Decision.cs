using System.Collections.Immutable;

namespace SalesInsight.Sync.Reconciling;

/// <summary>What shall be, exactly one reason why, and every value that loses by it.</summary>
internal sealed record Decision(Verdict Verdict, ReasonCode Reason, ImmutableArray<Conflict> Conflicts)
{
    public Decision(Verdict verdict, ReasonCode reason) : this(verdict, reason, []) { }

    public static Decision Hold(ReasonCode reason) => new(new Verdict.Hold(reason), reason);

    public bool Equals(Decision? other) => other is not null && Verdict == other.Verdict && Reason == other.Reason
        && Conflicts.SequenceEqual(other.Conflicts);

    public override int GetHashCode() => HashCode.Combine(Verdict, Reason, Conflicts.Length);
}
