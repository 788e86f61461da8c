namespace SalesInsight.Tests.Simulation.People;

/// <summary>
/// One task as people mean it, whatever rows and records stand for it. Its token opens its details on both sides and
/// no person changes that part.
/// </summary>
internal sealed class Thing(int number, bool isBornHere, int rep)
{
    public string Token { get; } = $"#t{number}.";

    public bool IsBornHere { get; } = isBornHere;

    /// <summary>Whose it was at first.</summary>
    public int Rep { get; } = rep;

    /// <summary>Made here while the sync was off: it stays here until somebody sends it.</summary>
    public bool StaysHere { get; set; }

    /// <summary>A record that is nobody's reminder: a series, a logged call, another install's.</summary>
    public bool IsForeign { get; set; }

    /// <summary>A recurring series: one record per occurrence, and the master.</summary>
    public bool IsSeries { get; set; }

    /// <summary>A person deleted it, on one side or on both.</summary>
    public bool WasDeleted { get; set; }

    /// <summary>Deleted by somebody who saw all there was on the other side, and not touched since.</summary>
    public bool IsGoneForAll { get; set; }

    /// <summary>Its person is a lead that was converted, and the move left no stamp: the two sides may name two.
    /// </summary>
    public bool IsPersonMoot { get; set; }

    /// <summary>Salesforce forgot its deletion: where its bin was emptied too, nothing tells of it.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>Somebody in Salesforce deleted a record of it.</summary>
    public bool WasDeletedThere { get; set; }

    /// <summary>Restored by a person, so that nothing is left to delete it: it is alive on both sides in the end.
    /// </summary>
    public bool IsRestored { get; set; }

    /// <summary>Times a person made a second living record of it by restoring an old one.</summary>
    public int Doubles { get; set; }

    /// <summary>Never completed, so that no rule about logged activities speaks of it.</summary>
    public bool IsOpenEnough { get; set; } = true;

    /// <summary>Made there before the sync was on, perhaps outside the first import.</summary>
    public bool IsTooOld { get; set; }

    /// <summary>When somebody there last changed what is not counted as a value typed: status, person, owner.</summary>
    public DateTimeOffset TouchedThereAt { get; set; }

    /// <summary>Until then a value typed there may not be visible to anybody.</summary>
    public DateTimeOffset LateUntil { get; set; }

    public bool WasReassigned { get; set; }

    public bool WasHidden { get; set; }

    public bool WasArchived { get; set; }

    /// <summary>A person wrote to its record before the record was linked: with natural keys a near miss asks its
    /// user, who does not answer here.</summary>
    public bool WasEditedUnlinked { get; set; }

    /// <summary>Its name too: no natural key can survive that.</summary>
    public bool WasRenamedUnlinked { get; set; }

    /// <summary>Its record went to somebody else, or out of sight, before it was linked: only a unique id still says
    /// that it is there.</summary>
    public bool WasTakenUnlinked { get; set; }

    /// <summary>What a person last left in a foreign record, by record id.</summary>
    public Dictionary<string, string> LeftThere { get; } = [];

    public override string ToString() => Token;
}
