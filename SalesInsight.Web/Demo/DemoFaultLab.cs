using SalesInsight.Sandbox.Faults.Lab;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Demo;

/// <summary>
/// The page's door to the faults of the demo's Salesforce side. Every act asks anew whether an admin is acting, and
/// throws <see cref="UnauthorizedAccessException"/> when not.
/// </summary>
internal sealed class DemoFaultLab(DemoSalesforce salesforce, CurrentPerson person)
{
    /// <summary>False without a demo.</summary>
    public bool IsThere => salesforce.Server is not null;

    public async Task<IReadOnlyList<LabLever>> LeversAsync() => (await LabAsync()).Levers;

    public async Task SwitchOnAsync(LabFault fault) => (await LabAsync()).SwitchOn(fault);

    public async Task SwitchOffAsync(LabFault fault) => (await LabAsync()).SwitchOff(fault);

    public async Task TurnAsync(LabFault fault, int amount) => (await LabAsync()).Turn(fault, amount);

    public async Task LetHappenAsync(LabFault fault) => (await LabAsync()).LetHappen(fault);

    public async Task SwitchAllOffAsync() => (await LabAsync()).SwitchAllOff();

    private async Task<FaultLab> LabAsync()
    {
        var actor = await person.ActorAsync();
        if (!actor.IsAdmin || salesforce.Server is null) throw new UnauthorizedAccessException();
        return salesforce.Server.Lab;
    }
}
