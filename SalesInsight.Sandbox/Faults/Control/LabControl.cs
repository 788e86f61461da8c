using System.Text.Json;
using SalesInsight.Sandbox.Faults.Lab;

namespace SalesInsight.Sandbox.Faults.Control;

/// <summary><c>/_sandbox/lab</c>: the faults of the demo's page, by name.</summary>
internal static class LabControl
{
    internal static void MapLabControl(this RouteGroupBuilder control)
    {
        control.MapGet("/lab", (FaultLab lab) => lab.Levers.Select(lever => new
        {
            fault = Name(lever.Fault),
            lever.IsOn,
            lever.IsWaiting,
            lever.Amount,
            unit = lever.Dial?.Unit.ToString(),
            lever.Dial?.Min,
            lever.Dial?.Max,
        }));
        control.MapPost("/lab/{fault}", (string fault, LabChange change, FaultLab lab) =>
            lab.SwitchOn(Find(fault), change.Amount));
        control.MapPost("/lab/{fault}/once", (string fault, FaultLab lab) => lab.LetHappen(Find(fault)));
        control.MapDelete("/lab/{fault}", (string fault, FaultLab lab) => lab.SwitchOff(Find(fault)));
        control.MapDelete("/lab", (FaultLab lab) => lab.SwitchAllOff());
    }

    /// <summary><c>lostReply</c>, as the other words of the control room are written.</summary>
    private static string Name(LabFault fault) => JsonNamingPolicy.CamelCase.ConvertName(fault.ToString());

    private static LabFault Find(string name) =>
        Enum.GetValues<LabFault>().Cast<LabFault?>().FirstOrDefault(fault => Name(fault!.Value) == name)
        ?? throw new ArgumentException($"The lab has no fault {name}");

    private sealed record LabChange(int? Amount);
}
