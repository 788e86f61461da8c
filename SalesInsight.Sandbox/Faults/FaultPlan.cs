namespace SalesInsight.Sandbox.Faults;

/// <summary>What goes wrong on purpose, for tests and the control room.</summary>
public sealed class FaultPlan
{
}
