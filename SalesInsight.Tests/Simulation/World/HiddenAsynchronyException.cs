namespace SalesInsight.Tests.Simulation.World;

/// <summary>
/// Something waited for a thing the simulation does not know of, or went on on another thread: such a run would not
/// repeat.
/// </summary>
public sealed class HiddenAsynchronyException(string message) : Exception(message);
