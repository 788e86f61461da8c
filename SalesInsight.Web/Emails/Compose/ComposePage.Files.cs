using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using SalesInsight.Sync.EmailDelivery;
using static SalesInsight.Sync.EmailDelivery.OutgoingResult;

namespace SalesInsight.Web.Emails.Compose;

/// <summary>Its files, its other window, and leaving it.</summary>
public partial class ComposePage
{
    private async Task AttachAsync(IReadOnlyList<IBrowserFile> files)
    {
        if (_email is null && !await KeepAsync()) return;
        List<Problem> problems = [];
        foreach (var file in files)
        {
            await InTurnAsync(async () => Take(await AttachAsync(file)));
            problems.AddRange(_problems);
        }

        _problems.Clear();
        _problems.AddRange(problems);
        StateHasChanged();                          // a function asked by the list renders only the list
    }

    private async Task<OutgoingResult> AttachAsync(IBrowserFile file)
    {
        const string field = nameof(OutgoingEmail.Attachments);
        try
        {
            if (file.Size > OutgoingDraft.AttachmentBytesMax)
                return new Refused([new Problem(field, ProblemCode.AttachmentsTooLarge, file.Name)]);
            await using var content = file.OpenReadStream(OutgoingDraft.AttachmentBytesMax);
            return await Emails.AttachAsync(_userId, _email!.Id, file.Name, content, CancellationToken.None);
        }
        catch (IOException)
        {
            return new Refused([new Problem(field, ProblemCode.AttachmentUnread, file.Name)]);
        }
    }

    private Task DetachAsync(Guid attachmentId) => InTurnAsync(async () =>
        Take(await Emails.DetachAsync(_userId, _email!.Id, attachmentId, CancellationToken.None)));

    private async Task KeepMineAsync(OutgoingEmail other)
    {
        _email = other;
        _other = null;
        await KeepAsync();
    }

    private async Task ShowAsync(OutgoingEmail other)
    {
        (_email, _draft, _other, _isDirty) = (other, other.Draft, null, false);
        if (_editor is not null) await _editor.WriteAsync(other.Draft.Html);
    }

    /// <summary>Whoever goes on to another page finds the draft there as it was here.</summary>
    private async Task LeaveAsync(LocationChangingContext leaving)
    {
        if (!_isDirty || _isGone || _other is not null) return;
        if (!await KeepAllAsync()) leaving.PreventNavigation();
    }
}
