using Radzen;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Settings;

/// <summary>Reads the plan of a first sync and shows it; nothing is written by looking.</summary>
internal sealed class FirstSyncDialog(IFirstSync firstSync, DialogService dialogs)
{
    /// <summary>True when the person chose Apply; what they agreed to link is then remembered.</summary>
    /// <param name="userId">Whose plan.</param>
    /// <param name="form">The settings as chosen, not saved.</param>
    /// <param name="time">The person's today.</param>
    /// <param name="onRead">Called when the plan was read, before it is shown.</param>
    public async Task<bool> ShowAsync(Guid userId, TaskSyncForm form, PersonTime time, Action onRead)
    {
        var result = await firstSync.PreviewAsync(
            userId, form.Mode.Value, form.Import.Value, time.Today, CancellationToken.None);
        onRead();
        var apply = await dialogs.OpenAsync<FirstSyncPlanView>(
            string.Empty,
            new Dictionary<string, object?>
            {
                [nameof(FirstSyncPlanView.Result)] = result,
                [nameof(FirstSyncPlanView.Form)] = form,
                [nameof(FirstSyncPlanView.Time)] = time,
            },
            new DialogOptions { ShowTitle = false, Width = "832px", CssClass = "plan-dialog" });
        if (apply is not true || result is not FirstSyncResult.Ready ready) return false;

        await firstSync.ConfirmLinksAsync(userId, ready.Plan, CancellationToken.None);
        return true;
    }
}
