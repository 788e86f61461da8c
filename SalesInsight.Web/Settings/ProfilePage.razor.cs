using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage;
using SalesInsight.Web.Account;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Settings;

/// <summary>My Account, Profile: what concerns the person and not Salesforce.</summary>
public partial class ProfilePage
{
    private Actor actor = null!;
    private string name = "";
    private string savedName = "";
    private string? email;
    private string zone = "";
    private string savedZone = "";
    private string? nameProblem;
    private string? zoneProblem;
    private bool keysOn = true;
    private bool isLoaded;
    private bool isSaving;

    [Inject] private IStringLocalizer<SettingsText> Text { get; init; } = null!;

    [Inject] private ISettingsStore Settings { get; init; } = null!;

    [Inject] private PeopleDirectory People { get; init; } = null!;

    [Inject] private CurrentPerson Person { get; init; } = null!;

    [Inject] private IJSRuntime Browser { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    private bool IsChanged => name.Trim() != savedName || zone != savedZone;

    // the names people know, 'Europe/Amsterdam', and the one in force even if it is an old alias
    private IEnumerable<string> Zones => TimeZoneInfo.GetSystemTimeZones()
        .Select(system => system.Id)
        .Where(id => id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal))
        .Append("Etc/UTC").Append(savedZone)
        .Distinct().Order(StringComparer.Ordinal);

    protected override async Task OnInitializedAsync()
    {
        actor = await Person.ActorAsync();
        var person = await People.FindAsync(actor.UserId);
        var settings = await Settings.ViewAsync(actor.UserId, actor);
        (name, email) = (person?.DisplayName ?? "", person?.Email);
        zone = settings?.Of(SettingKeys.TimeZone).Value ?? "Etc/UTC";
        (savedName, savedZone) = (name, zone);
        isLoaded = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        keysOn = await Browser.InvokeAsync<bool>("salesInsight.singleKeys");
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        isSaving = true;
        (nameProblem, zoneProblem) = (null, null);
        await SaveZoneAsync();
        await SaveNameAsync();
        isSaving = false;
        if (nameProblem is null && zoneProblem is null) Toasts.Show(new Toast(Text["Profile.Saved"]));
    }

    private async Task SaveZoneAsync()
    {
        if (zone == savedZone) return;
        var edit = new SettingsEdit().Set(SettingKeys.TimeZone, zone);
        if (await Settings.SaveAsync(actor.UserId, edit, actor) is SaveSettingsResult.Saved) savedZone = zone;
        else zoneProblem = Text["Profile.ZoneUnknown"];
    }

    private async Task SaveNameAsync()
    {
        if (name.Trim() == savedName) return;
        if (await People.RenameAsync(actor.UserId, name)) savedName = name = name.Trim();
        else nameProblem = Text["Profile.NameMissing", AppUser.DisplayNameLengthMax];
    }

    private async Task SetKeysAsync(bool on)
    {
        keysOn = on;
        await Browser.InvokeVoidAsync("salesInsight.setSingleKeys", on);
    }
}
