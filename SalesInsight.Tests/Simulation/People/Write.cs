namespace SalesInsight.Tests.Simulation.People;

/// <summary>A value that a person typed.</summary>
internal sealed class Write(Thing thing, Field field, string value, bool isHere, DateTimeOffset at)
{
    public Thing Thing { get; } = thing;

    public Field Field { get; } = field;

    /// <summary>As typed here; without the template's prefix.</summary>
    public string Value { get; } = value;

    public bool IsHere { get; } = isHere;

    public DateTimeOffset At { get; } = at;

    /// <summary>Somebody who saw it replaced or deleted it.</summary>
    public bool IsSuperseded { get; set; }

    /// <summary>Somebody here who saw it typed another value.</summary>
    public bool IsReplacedHere { get; set; }

    /// <summary>Typed there between a run's reading and a write of it whose reply was lost: such an edit can be
    /// overwritten unseen, and the README says so (design 6, 'inherent').</summary>
    public bool IsInWindow { get; set; }

    /// <summary>Typed there while nobody knew what had become of a send: the engine cannot tell whether the typist saw
    /// what it sent, so the rule decides as if not, and the other value is in the history.</summary>
    public bool IsInDoubt { get; set; }

    /// <summary>Put back while a send was open that carried the field: its stamp tells it from what stood there.
    /// </summary>
    public bool MeetsOpenSend { get; set; }

    /// <summary>When a run last wrote, or will: now, while one that has read is at work. Typed here so soon after that
    /// the record may carry the stamp of our own write, and Salesforce counts as the newer side (design 5.9).</summary>
    public DateTimeOffset OurStampAt { get; set; }

    /// <summary>Put back what stood there before: in doubt, a later write may beat it, and says so.</summary>
    public bool PutsBack { get; init; }

    public override string ToString() => $"{Field} '{Value}' of {Thing} typed {(IsHere ? "here" : "there")} at {At:T}";
}
