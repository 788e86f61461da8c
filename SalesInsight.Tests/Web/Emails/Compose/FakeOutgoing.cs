using SalesInsight.Sync.EmailDelivery;
using static SalesInsight.Sync.EmailDelivery.OutgoingResult;

namespace SalesInsight.Tests.Web.Emails.Compose;

/// <summary>Mails being written, in memory; judged as the engine judges them. Remembers what was asked of it.</summary>
internal sealed class FakeOutgoing(TimeProvider time) : IOutgoingEmails
{
    private readonly Dictionary<Guid, (Guid UserId, OutgoingEmail Email)> _mails = [];

    public List<string> Asked { get; } = [];

    public IEnumerable<OutgoingEmail> Mails => _mails.Values.Select(mail => mail.Email);

    /// <summary>While it is not done, nothing is saved.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>A mail that is there already, or another window's version of it.</summary>
    public OutgoingEmail Put(
        Guid userId, Guid id, OutgoingDraft draft, OutgoingEmail.State state = OutgoingEmail.State.Draft)
    {
        var version = _mails.TryGetValue(id, out var known) ? known.Email.Version + 1 : 1;
        var email = new OutgoingEmail(
            id, version, draft, [], state, time.GetUtcNow(), null, null, null, null, null, 0, [], null, false, false,
            false);
        _mails[id] = (userId, email);
        return email;
    }

    public async Task<OutgoingResult> SaveDraftAsync(
        Guid userId, Guid? id, long version, OutgoingDraft draft, CancellationToken stop)
    {
        Asked.Add("save");
        await Gate;
        if (DraftReading.Keep(draft) is { Count: > 0 } problems) return new Refused(problems);
        if (id is not { } known) return new Done(Put(userId, new Guid(_mails.Count + 1, 0, 0, new byte[8]), draft));
        if (Find(userId, known) is not { } email) return new Unknown();
        return email.Version == version ? new Done(Put(userId, known, draft)) : new Stale(email);
    }

    public Task<OutgoingResult> SendAsync(Guid userId, Guid id, CancellationToken stop) =>
        LetGoAsync("send", userId, id, email => email with { Standing = OutgoingEmail.State.Waiting });

    public Task<OutgoingResult> ScheduleAsync(Guid userId, Guid id, DateTimeOffset at, CancellationToken stop) =>
        LetGoAsync($"schedule {at.UtcDateTime:HH:mm}", userId, id, email => email with
        {
            Standing = OutgoingEmail.State.Scheduled, ScheduledAt = at,
        });

    public Task<OutgoingResult> TakeBackAsync(Guid userId, Guid id, CancellationToken stop)
    {
        Asked.Add("take back");
        return Task.FromResult<OutgoingResult>(new Done(Find(userId, id)!));
    }

    public Task<OutgoingEmail?> FindAsync(Guid userId, Guid id, CancellationToken stop) =>
        Task.FromResult(Find(userId, id));

    public Task<bool> DeleteAsync(Guid userId, Guid rowId, CancellationToken stop) => FileAsync("delete");

    public Task<bool> RestoreAsync(Guid userId, Guid rowId, CancellationToken stop) => FileAsync("restore");

    public Task<OutgoingResult> ConfirmSentAsync(Guid userId, Guid id, CancellationToken stop) =>
        throw new NotSupportedException();

    public Task<EmailFolder> ListAsync(
        Guid userId, EmailFolder.Kind kind, string? search, int skip, int take, CancellationToken stop) =>
        throw new NotSupportedException();

    public Task<IReadOnlyDictionary<EmailFolder.Kind, int>> CountAsync(Guid userId, CancellationToken stop) =>
        throw new NotSupportedException();

    public Task<bool> ArchiveAsync(Guid userId, Guid rowId, CancellationToken stop) =>
        throw new NotSupportedException();

    public Task<OutgoingResult> AttachAsync(
        Guid userId, Guid id, string name, Stream content, CancellationToken stop)
    {
        Asked.Add("attach");
        var email = Find(userId, id)!;
        email = email with
        {
            Version = email.Version + 1, Attachments = [.. email.Attachments, new(Guid.Empty, name, 1)],
        };
        _mails[id] = (userId, email);
        return Task.FromResult<OutgoingResult>(new Done(email));
    }

    public Task<OutgoingResult> DetachAsync(Guid userId, Guid id, Guid attachmentId, CancellationToken stop) =>
        throw new NotSupportedException();

    private OutgoingEmail? Find(Guid userId, Guid id) =>
        _mails.TryGetValue(id, out var mail) && mail.UserId == userId ? mail.Email : null;

    private Task<OutgoingResult> LetGoAsync(string what, Guid userId, Guid id, Func<OutgoingEmail, OutgoingEmail> go)
    {
        Asked.Add(what);
        var email = Find(userId, id)!;
        if (DraftReading.Send(email.Draft) is { Count: > 0 } problems)
            return Task.FromResult<OutgoingResult>(new Refused(problems));
        _mails[id] = (userId, go(email));
        return Task.FromResult<OutgoingResult>(new Done(_mails[id].Email));
    }

    private Task<bool> FileAsync(string what)
    {
        Asked.Add(what);
        return Task.FromResult(true);
    }
}
