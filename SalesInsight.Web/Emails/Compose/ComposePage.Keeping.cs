using SalesInsight.Sync.EmailDelivery;
using static SalesInsight.Sync.EmailDelivery.OutgoingResult;

namespace SalesInsight.Web.Emails.Compose;

/// <summary>Keeping the draft.</summary>
public partial class ComposePage
{
    private Task _last = Task.CompletedTask;
    private int _changes;
    private bool _isSaving;

    /// <summary>Keeps it as a draft, once for all that changed while it was being kept.</summary>
    private async Task ChangeAsync(OutgoingDraft draft)
    {
        _draft = draft;
        _isDirty = true;
        _changes++;
        if (_isSaving) return;
        _isSaving = true;
        try
        {
            for (var seen = 0; seen != _changes && !_isWorking && _other is null;)
            {
                seen = _changes;
                await KeepAsync();
            }
        }
        finally
        {
            _isSaving = false;
        }
    }

    /// <returns>True when all that is on the page is kept.</returns>
    private Task<bool> KeepAsync() => InTurnAsync(KeepNowAsync);

    /// <summary>One after the other: each goes on from the version the one before it ended with.</summary>
    private Task<bool> InTurnAsync(Func<Task<bool>> change)
    {
        var mine = AfterAsync(_last, change);
        _last = mine;
        return mine;
    }

    private static async Task<bool> AfterAsync(Task before, Func<Task<bool>> change)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext
            | ConfigureAwaitOptions.SuppressThrowing);
        return await change();
    }

    private async Task<bool> KeepNowAsync()
    {
        var seen = _changes;
        if (_editor is not null)
        {
            if (await _editor.ReadAsync(OutgoingDraft.HtmlLengthMax) is not { } html)
                return Refuse(new Problem(nameof(_draft.Html), ProblemCode.TextTooLong));
            _draft = _draft with { Html = html };
        }

        var isKept = Take(await Emails.SaveDraftAsync(
            _userId, _email?.Id, _email?.Version ?? 0, _draft, CancellationToken.None));
        _isDirty = !isKept || seen != _changes;
        return isKept;
    }

    private async Task<bool> KeepAllAsync()
    {
        if (_to is not null) await _to.TakeAsync();
        if (_cc is not null) await _cc.TakeAsync();
        return await KeepAsync();
    }
}
