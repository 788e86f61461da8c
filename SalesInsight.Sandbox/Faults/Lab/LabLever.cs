namespace SalesInsight.Sandbox.Faults.Lab;

/// <summary>One fault of the lab and how it stands.</summary>
/// <param name="Dial">Null when there is no more or less of it.</param>
/// <param name="Switches">It can be on until it is switched off.</param>
/// <param name="Happens">It can be let happen once.</param>
/// <param name="IsOn">Switched on now.</param>
/// <param name="IsWaiting">Asked for once, and the call it will meet has not come yet.</param>
/// <param name="Amount">Where the dial stands; 0 without one.</param>
public sealed record LabLever(
    LabFault Fault, LabDial? Dial, bool Switches, bool Happens, bool IsOn, bool IsWaiting, int Amount);
