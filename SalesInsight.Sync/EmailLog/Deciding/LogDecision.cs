using System.Collections.Immutable;

namespace SalesInsight.Sync.EmailLog.Deciding;

/// <summary>What becomes of one mail for one address.</summary>
/// <param name="Reason">Exactly one.</param>
internal abstract record LogDecision(EmailReason Reason)
{
    /// <param name="Targets">At least one, each person once.</param>
    internal sealed record Log(EmailReason Reason, ImmutableArray<LogTarget> Targets) : LogDecision(Reason)
    {
        public bool Equals(Log? other) =>
            other is not null && Reason == other.Reason && Targets.SequenceEqual(other.Targets);

        public override int GetHashCode() => HashCode.Combine(Reason, Targets.Length);
    }

    /// <summary>A lead is made of the address, and the mail logged to it.</summary>
    internal sealed record CreateLead() : LogDecision(EmailReason.LoggedNewLead);

    /// <summary>One activity that names nobody, however many such addresses the mail has.</summary>
    internal sealed record LogAlone() : LogDecision(EmailReason.LoggedWithoutPerson);

    internal sealed record DoNotLog(EmailReason Reason) : LogDecision(Reason);
}
