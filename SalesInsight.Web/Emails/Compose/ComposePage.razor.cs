using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;
using static SalesInsight.Sync.EmailDelivery.OutgoingResult;

namespace SalesInsight.Web.Emails.Compose;

/// <summary>
/// Writes a mail. What is typed is kept as a draft whenever typing pauses, so that neither a closed window nor a bad
/// address loses it; what cannot be kept stays on the page with its reason.
/// </summary>
public partial class ComposePage
{
    private readonly List<Problem> _problems = [];
    private OutgoingDraft _draft = new();
    private OutgoingEmail? _email;
    private OutgoingResult? _other;
    private RecipientField? _to;
    private RecipientField? _cc;
    private TextEditor? _editor;
    private PersonTime _time = null!;
    private Guid _userId;
    private DateTime _at;
    private string _from = "";
    private string _via = "";
    private bool _hasBcc;
    private bool _isLoaded;
    private bool _hasBegun;
    private bool _isGone;
    private bool _isDirty;
    private bool _isWorking;
    private bool _isLater;

    [Inject] private IOutgoingEmails Emails { get; init; } = null!;

    [Inject] private ComposeFacts Facts { get; init; } = null!;

    [Inject] private PersonClock Clock { get; init; } = null!;

    [Inject] private OutgoingWords Words { get; init; } = null!;

    [Inject] private NavigationManager Navigation { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    /// <summary>A draft, or a mail that is written on; null: a new one.</summary>
    [Parameter] public Guid? Id { get; set; }

    private string Title => Words[Id is null ? "Compose.Title" : "Compose.EditTitle"];

    private string? Saved => _isDirty || _email is null
        ? Words["Compose.NotSaved"]
        : Words["Compose.Saved", _time.Minute(_email.ChangedAt)];

    protected override async Task OnInitializedAsync()
    {
        _time = await Clock.ReadAsync();
        (_userId, _from, _via, _hasBcc) = await Facts.ReadAsync();
        if (Id is { } id) _email = await Emails.FindAsync(_userId, id, CancellationToken.None);
        _isGone = Id is not null && _email is null;
        if (_email is not null) _draft = _email.Draft;
        if (_email is { Standing: OutgoingEmail.State.Sending or OutgoingEmail.State.Sent })
            _other = new TooLate(_email);
        _isLoaded = true;
    }

    /// <summary>Whoever begins a mail begins with whom it is for.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_hasBegun || _to is null) return;
        _hasBegun = true;
        if (Id is null) await _to.FocusAsync();
    }

    private static string Line(ChangeEventArgs change) => change.Value as string ?? "";

    private IReadOnlyList<string> Of(string field) =>
        [.. _problems.Where(p => p.Field == field).Select(Words.Problem)];

    private bool Take(OutgoingResult result)
    {
        _problems.Clear();
        if (result is Refused refused) _problems.AddRange(refused.Problems);
        _other = result is Stale or TooLate ? result : null;
        _isGone = result is Unknown;
        if (result is Done done) _email = done.Email;
        return result is Done;
    }

    private bool Refuse(Problem problem)
    {
        _problems.Clear();
        _problems.Add(problem);
        return false;
    }

    private Task SendAsync() => WorkAsync(
        id => Emails.SendAsync(_userId, id, CancellationToken.None), _ => Words["Compose.Sent"]);

    private Task ScheduleAsync() => WorkAsync(
        id => Emails.ScheduleAsync(
            _userId, id, new DateTimeOffset(_at, _time.Zone.GetUtcOffset(_at)), CancellationToken.None),
        email => Words["Compose.Scheduled", _time.Minute(email.ScheduledAt!.Value)]);

    private async Task WorkAsync(Func<Guid, Task<OutgoingResult>> command, Func<OutgoingEmail, string> say)
    {
        _isWorking = true;
        try
        {
            if (!await KeepAllAsync() || !Take(await command(_email!.Id))) return;
            _isDirty = false;
            var id = _email!.Id;
            Toasts.Show(new Toast(say(_email), Words["Compose.Undo"], () => TakeBackAsync(id)));
            Navigation.NavigateTo("emails");
        }
        finally
        {
            _isWorking = false;
        }
    }

    private async Task TakeBackAsync(Guid id)
    {
        var result = await Emails.TakeBackAsync(_userId, id, CancellationToken.None);
        if (result is Done) Navigation.NavigateTo($"emails/{id}/edit");
        else Toasts.Show(new Toast(Words["Compose.TooLate"], IsBad: true));
    }

    private async Task SaveAsync()
    {
        if (await KeepAllAsync()) Toasts.Show(new Toast(Words["Compose.DraftSaved"]));
    }

    private void Later()
    {
        // the next full hour that is at least an hour away
        var hour = _time.Now.DateTime.AddHours(2);
        _at = new DateTime(hour.Year, hour.Month, hour.Day, hour.Hour, 0, 0);
        _isLater = true;
    }

    private async Task DiscardAsync()
    {
        _isDirty = false;
        if (_email is { Id: var id } && await Emails.DeleteAsync(_userId, id, CancellationToken.None))
            Toasts.Show(new Toast(
                Words["Compose.Discarded"],
                Words["Compose.Undo"],
                async () =>
                {
                    await Emails.RestoreAsync(_userId, id, CancellationToken.None);
                    Navigation.NavigateTo($"emails/{id}/edit");
                }));
        Navigation.NavigateTo("emails");
    }
}
