namespace SalesInsight.Sandbox.Faults.Lab;

/// <summary>How much of a fault: the slider's ends, its step and where it stands at first.</summary>
public sealed record LabDial(LabUnit Unit, int Min, int Max, int Step, int Default)
{
    internal static readonly LabDial Likely = new(LabUnit.Percent, 10, 100, 10, 100);
}
