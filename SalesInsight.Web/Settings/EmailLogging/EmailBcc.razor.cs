using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Settings.EmailLogging;

/// <summary>The tab Email to Salesforce (BCC). Unlike the other tab it saves with each button.</summary>
public sealed partial class EmailBcc : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private BccStage stage = null!;
    private BccLookup? lookup;
    private DateTimeOffset? checkedAt;
    private string? candidate;
    private string? refusal;
    private bool turnsLoggingOff = true;
    private bool isLooking;
    private bool isActivating;
    private bool isSaving;

    [Inject] private IStringLocalizer<EmailCardText> Text { get; init; } = null!;

    [Inject] private IStringLocalizer<SettingsText> Common { get; init; } = null!;

    [Inject] private ISettingsStore Settings { get; init; } = null!;

    [Inject] private IEmailAccount Account { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    [Parameter, EditorRequired] public required SettingsView View { get; set; }

    [Parameter] public ConnectionView? Connection { get; set; }

    /// <summary>After a Save.</summary>
    [Parameter] public EventCallback<SettingsView> Saved { get; set; }

    [CascadingParameter] private PersonContext Context { get; set; } = null!;

    private Guid UserId => Context.Actor.UserId;

    private bool IsAdmin => Context.Actor.IsAdmin;

    private SettingField<bool> Field => new(View.Of(SettingKeys.EmailBcc), isTeam: false);

    private EffectiveValue<bool> Logging => View.Of(SettingKeys.EmailLogging);

    private bool IsConnected => Connection is { Status: ConnectionStatus.Connected };

    private bool MayTurnLoggingOff => Logging.Allows(false);

    private bool LogsTwice => Logging.Value && stage is BccStage.Active;

    private bool WouldLogTwice => Logging.Value && stage is not (BccStage.Active or BccStage.Forbidden);

    /// <summary>Resource key of why it cannot be activated now; null: it can.</summary>
    private string? Blocked => stage switch
    {
        BccStage.Forbidden => "Bcc.Forbidden",
        BccStage.Missing => "Bcc.NeedsAddress",
        BccStage.Unasked when !IsConnected => "Bcc.NeedsConnection",
        _ => null,
    };

    private string? CheckedText => checkedAt is { } at ? Text["Bcc.CheckedAt", Context.Time.Minute(at)].Value : null;

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override void OnParametersSet() => Decide();

    private string Day(DateTimeOffset instant) => Context.Time.Day(instant);

    private void Decide() => stage = BccStage.Of(View, lookup, candidate);

    private void Choose(string address)
    {
        candidate = address;
        Decide();
    }

    private async Task ActivateAsync()
    {
        isActivating = true;
        if (stage is BccStage.Unasked) await LookAsync();
        isActivating = false;
        if (stage is not BccStage.Ready { Address: var address }) return;
        await SaveAsync(
            BccStage.Activation(address, WouldLogTwice && MayTurnLoggingOff && turnsLoggingOff), "Bcc.Activated");
        candidate = null;
    }

    private async Task ReplaceAsync()
    {
        await SaveAsync(BccStage.Activation(candidate!, turnsLoggingOff: false), "Bcc.Activated");
        candidate = null;
    }

    private Task DeactivateAsync() =>
        SaveAsync(new SettingsEdit().Set(SettingKeys.EmailBcc, false), "Bcc.Deactivated");

    private Task TurnLoggingOffAsync() =>
        SaveAsync(new SettingsEdit().Set(SettingKeys.EmailLogging, false), "Saved");

    private async Task LookAsync()
    {
        isLooking = true;
        try
        {
            lookup = await Account.FindBccAddressAsync(UserId, gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return;
        }

        isLooking = false;
        checkedAt = Context.Time.Now;
        candidate = (lookup as BccLookup.Found)?.Address;
        Decide();
    }

    private async Task SaveAsync(SettingsEdit edit, string done)
    {
        isSaving = true;
        var result = await Settings.SaveAsync(UserId, edit, Context.Actor);
        isSaving = false;
        refusal = result is SaveSettingsResult.Refused refused
            ? Common[$"Save.Refused.{refused.Refusals[0].Reason}"].Value
            : null;
        if (refusal is null) Toasts.Show(new Toast(Text[done]));
        var view = result is SaveSettingsResult.Saved saved
            ? saved.View
            : await Settings.ViewAsync(UserId, Context.Actor);
        if (view is null) return;
        View = view;
        Decide();
        await Saved.InvokeAsync(view);
    }
}
