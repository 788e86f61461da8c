using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>
/// One line of a decision table about a linked task, in the notation of <see cref="Notation"/>: a sentence, what was
/// agreed on last (here, there), what each side looks like, and what is done, what both sides then hold, what lost and
/// the one reason.
/// </summary>
internal sealed record Row(
    string Because, ReconcilePolicy Policy, string Base, string Local, string Salesforce,
    string Does, string Here, string There, ReasonCode Reason, string Lost = "")
{
    /// <summary>What the base holds there; the same as here when left out.</summary>
    public string? BaseThere { get; init; }

    public string? LastOpen { get; init; }
    public bool Removed { get; init; }
    public bool BinNoted { get; init; }
    public FieldSet Parked { get; init; }
    public Doubt Doubt { get; init; }

    public override string ToString() => Because;

    /// <summary>What a core makes of it, and null when that is what the row says.</summary>
    public string? Contradiction(Core core)
    {
        var judged = core.Judge(new(Pair(), Policy));
        var after = (TaskPair.Linked)judged.After();
        var found = (Notation.Write(judged.Operation), Notation.Write(after.Local), Notation.Write(after.Salesforce),
            judged.Decision.Reason, Notation.Write(judged.Decision.Conflicts));
        var expected = (Does, Here, There, Reason, Lost);
        return found == expected ? null : $"{Because}: expected {expected}, found {found}";
    }

    private TaskPair.Linked Pair()
    {
        var there = Notation.There(BaseThere ?? Base);
        return new(
            new(Notation.Here(Base), there, Policy.Translation.LastOpen(there.Status, LastOpen), Doubt),
            Notation.Local(Local), Notation.Salesforce(Salesforce), Removed, Parked, BinNoted);
    }
}
