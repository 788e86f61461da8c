namespace SalesInsight.Sandbox.Faults.Lab;

/// <summary>What the number on a dial means.</summary>
public enum LabUnit
{
    /// <summary>How likely, in hundredths.</summary>
    Percent,
    Milliseconds,
    Seconds,

    /// <summary>Negative: behind.</summary>
    Minutes,
}
