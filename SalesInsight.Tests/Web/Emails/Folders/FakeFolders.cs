using SalesInsight.Sync.EmailDelivery;

namespace SalesInsight.Tests.Web.Emails.Folders;

/// <summary>Mails of a test, in folders; remembers what was asked of them.</summary>
internal sealed class FakeFolders : IOutgoingEmails
{
    private readonly List<(EmailFolder.Kind Kind, EmailFolder.Row Row)> _rows = [];

    public List<string> Asked { get; } = [];

    public bool Obeys { get; set; } = true;

    public Exception? Broken { get; set; }

    public EmailFolder.Row Put(
        EmailFolder.Kind kind, string subject, Func<EmailFolder.Row, EmailFolder.Row>? shape = null)
    {
        var id = new Guid(_rows.Count + 1, 0, 0, new byte[8]);
        var row = new EmailFolder.Row(
            id, OutgoingEmail.State.Sent, id, false, subject, ["dana@brightwater.example"], 1,
            new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero), null, null, null, false, false, 1, 0, 0);
        row = shape?.Invoke(row) ?? row;
        _rows.Add((kind, row));
        return row;
    }

    public Task<EmailFolder> ListAsync(
        Guid userId, EmailFolder.Kind kind, string? search, int skip, int take, CancellationToken stop)
    {
        if (Broken is not null) throw Broken;
        var found = _rows.Where(r => r.Kind == kind && (search is null
            || r.Row.Subject.Contains(search, StringComparison.OrdinalIgnoreCase))).Select(r => r.Row).ToList();
        return Task.FromResult(new EmailFolder([.. found.Skip(skip).Take(take)], found.Count));
    }

    public Task<IReadOnlyDictionary<EmailFolder.Kind, int>> CountAsync(Guid userId, CancellationToken stop) =>
        Task.FromResult<IReadOnlyDictionary<EmailFolder.Kind, int>>(
            Enum.GetValues<EmailFolder.Kind>().ToDictionary(k => k, k => _rows.Count(r => r.Kind == k)));

    public Task<bool> ArchiveAsync(Guid userId, Guid rowId, CancellationToken stop) => FileAsync("archive", rowId);

    public Task<bool> DeleteAsync(Guid userId, Guid rowId, CancellationToken stop) => FileAsync("delete", rowId);

    public Task<bool> RestoreAsync(Guid userId, Guid rowId, CancellationToken stop) => FileAsync("restore", rowId);

    public Task<OutgoingResult> SendAsync(Guid userId, Guid id, CancellationToken stop) => AnswerAsync("send", id);

    public Task<OutgoingResult> ConfirmSentAsync(Guid userId, Guid id, CancellationToken stop) =>
        AnswerAsync("confirm", id);

    public Task<OutgoingResult> TakeBackAsync(Guid userId, Guid id, CancellationToken stop) =>
        AnswerAsync("take back", id);

    public Task<OutgoingResult> SaveDraftAsync(
        Guid userId, Guid? id, long version, OutgoingDraft draft, CancellationToken stop) =>
        throw new NotSupportedException();

    public Task<OutgoingResult> ScheduleAsync(Guid userId, Guid id, DateTimeOffset at, CancellationToken stop) =>
        throw new NotSupportedException();

    public Task<OutgoingEmail?> FindAsync(Guid userId, Guid id, CancellationToken stop) =>
        Task.FromResult<OutgoingEmail?>(null);

    public Task<OutgoingResult> AttachAsync(
        Guid userId, Guid id, string name, Stream content, CancellationToken stop) => throw new NotSupportedException();

    public Task<OutgoingResult> DetachAsync(Guid userId, Guid id, Guid attachmentId, CancellationToken stop) =>
        throw new NotSupportedException();

    private Task<bool> FileAsync(string what, Guid id)
    {
        Asked.Add($"{what} {Subject(id)}");
        return Task.FromResult(Obeys);
    }

    private Task<OutgoingResult> AnswerAsync(string what, Guid id)
    {
        Asked.Add($"{what} {Subject(id)}");
        return Task.FromResult<OutgoingResult>(Obeys
            ? new OutgoingResult.Done(new OutgoingEmail(
                id, 1, new OutgoingDraft(), [], OutgoingEmail.State.Waiting, default, null, null, null, null, null, 0,
                [], null, false, false, false))
            : new OutgoingResult.Unknown());
    }

    private string Subject(Guid id) => _rows.Single(r => r.Row.Id == id).Row.Subject;
}
