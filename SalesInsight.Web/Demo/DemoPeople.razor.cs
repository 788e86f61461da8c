using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Web.Demo;

/// <summary>The people to try, each with how they stand.</summary>
public partial class DemoPeople
{
    private readonly List<(DemoPerson Person, string State)> people = [];

    [Inject] private IStringLocalizer<DemoText> Text { get; init; } = null!;

    [Inject] private UserManager<AppUser> Users { get; init; } = null!;

    [Inject] private ISyncControl Sync { get; init; } = null!;

    [Inject] private DemoMode Demo { get; init; } = null!;

    [Parameter] public string? ReturnUrl { get; set; }

    protected override async Task OnInitializedAsync()
    {
        foreach (var person in DemoPerson.All)
            if (await Users.FindByEmailAsync(person.Email) is { } user)
                people.Add((person, await StateAsync(person, user.Id)));
    }

    private async Task<string> StateAsync(DemoPerson person, Guid userId)
    {
        if (person.IsAdmin) return Text["People.AdminMore"];
        var status = await Sync.StatusAsync(userId, CancellationToken.None);
        var state = status switch
        {
            { IsConnected: false } => "People.NotConnected",
            { Mode: TaskSyncMode.Off } => "People.Connected",
            _ => "People.InStep",
        };
        return Text[state, Text[$"Zone.{person.Zone}"]];
    }
}
