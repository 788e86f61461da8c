using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sandbox.Faults.Lab;

namespace SalesInsight.Web.Demo;

/// <summary>Where an admin of the demo lets things go wrong at Salesforce.</summary>
public partial class FaultLabPage
{
    /// <summary>A fault asked for once is used up by a call, which nobody tells the page.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private static readonly (string Group, LabFault[] Faults)[] Groups =
    [
        ("Line",
        [
            LabFault.Latency, LabFault.Unavailable, LabFault.Throttled, LabFault.HtmlBody, LabFault.GzipLie,
            LabFault.CutBody,
        ]),
        ("Data", [LabFault.LostReply, LabFault.LockedRows, LabFault.LateCommits, LabFault.ClockSkew]),
        ("Rights", [LabFault.DailyLimit, LabFault.SessionExpired, LabFault.HiddenTasks, LabFault.RevokedGrants]),
    ];

    private IReadOnlyList<LabLever>? levers;
    private ITimer? looking;
    private bool isGone;

    [Inject] private IStringLocalizer<DemoText> Text { get; init; } = null!;

    [Inject] private DemoFaultLab Lab { get; init; } = null!;

    [Inject] private NavigationManager Navigation { get; init; } = null!;

    [Inject] private TimeProvider Time { get; init; } = null!;

    private List<string> OnNow =>
    [
        .. levers!.Where(lever => lever.IsOn).Select(lever => FaultAmount.Named(Text, lever)),
        .. levers!.Where(lever => lever.IsWaiting).Select(lever => Text["Lab.OnceNamed", Name(lever)].Value),
    ];

    private string HowMany => OnNow.Count == 1 ? Text["Lab.One"] : Text["Lab.Many", OnNow.Count];

    public void Dispose()
    {
        isGone = true;
        looking?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (Lab.IsThere) levers = await Lab.LeversAsync();
        else Navigation.NotFound();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && Lab.IsThere) looking = Time.CreateTimer(_ => Look(), null, LookEvery, LookEvery);
    }

    private void Look() => _ = InvokeAsync(async () =>
    {
        if (isGone) return;
        var now = await Lab.LeversAsync();
        if (now.SequenceEqual(levers!)) return;
        levers = now;
        StateHasChanged();
    });

    private async Task ActAsync(Func<Task> act)
    {
        await act();
        levers = await Lab.LeversAsync();
    }

    private Task SwitchAsync(LabFault fault, bool on) => on ? Lab.SwitchOnAsync(fault) : Lab.SwitchOffAsync(fault);

    private string Name(LabLever lever) => Text[$"Lab.{lever.Fault}"];
}
