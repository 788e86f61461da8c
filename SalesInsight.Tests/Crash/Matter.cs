namespace SalesInsight.Tests.Crash;

/// <summary>
/// One task as the script knows it: what it last wrote, on which side. Every value is unique, and each field but the
/// due date is written on one side only, so what must be there at the end is no question of rules.
/// </summary>
internal sealed class Matter(string name)
{
    /// <summary>First word of its subject for ever: who finds two of it finds a duplicate.</summary>
    public string Name { get; } = name;

    public Guid? IdHere { get; set; }

    public string? IdThere { get; set; }

    /// <summary>Written there only, after the making.</summary>
    public string Subject { get; set; } = name;

    /// <summary>Written here only.</summary>
    public string? Details { get; set; }

    /// <summary>Set here only.</summary>
    public bool IsCompleted { get; set; }

    /// <summary>Written on both sides: either may stand at the end, the other must be in the history.</summary>
    public DateOnly? DueHere { get; set; }

    public DateOnly? DueThere { get; set; }

    /// <summary>When that was, as a timestamp of this machine.</summary>
    public long DueThereAt { get; set; }

    public bool IsDeleted { get; set; }
}
