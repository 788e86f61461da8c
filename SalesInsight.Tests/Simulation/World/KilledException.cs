namespace SalesInsight.Tests.Simulation.World;

/// <summary>The engine's process ends here.</summary>
public sealed class KilledException() : Exception("killed");
