namespace SalesInsight.Sync.EmailDelivery;

/// <summary>
/// A user's own mails: writing, sending, filing, listing. Every member takes the id of the signed-in user and touches
/// only that user's mails; an id of somebody else's is <see cref="OutgoingResult.Unknown"/>. A mail goes
/// draft - (scheduled) - waiting - sending - sent or undelivered, and is never lost on the way. Commands that hand a
/// mail to the channel return at once; open pages are told by <c>LiveChange.Emails</c>. Thread-safe.
/// </summary>
public interface IOutgoingEmails
{
    /// <summary>Deleted mails can be restored for so long.</summary>
    static readonly TimeSpan DeletedKept = TimeSpan.FromDays(30);

    /// <summary>
    /// Keeps what was typed, even where it cannot be sent yet. Refused only for what cannot be kept: a subject or text
    /// beyond measure, too many addresses. A scheduled or waiting mail that is saved becomes a draft again.
    /// </summary>
    /// <param name="userId">Whose.</param>
    /// <param name="id">Null: a new mail.</param>
    /// <param name="version">The version the edit began with; of a new mail 0.</param>
    /// <param name="draft">What was typed.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<OutgoingResult> SaveDraftAsync(
        Guid userId, Guid? id, long version, OutgoingDraft draft, CancellationToken stop);

    /// <summary>Sends a draft, scheduled, or undelivered mail now: it waits for the channel. Also the retry of a mail
    /// that waits for its next try, of one refused for some addresses (to those only), and of one whose fate is open.
    /// </summary>
    Task<OutgoingResult> SendAsync(Guid userId, Guid id, CancellationToken stop);

    /// <summary>Sends it at a time, at most a year ahead; a minute or two in the past counts as now.</summary>
    Task<OutgoingResult> ScheduleAsync(Guid userId, Guid id, DateTimeOffset at, CancellationToken stop);

    /// <summary>Takes a scheduled or waiting mail back: a draft again.</summary>
    Task<OutgoingResult> TakeBackAsync(Guid userId, Guid id, CancellationToken stop);

    /// <summary>The user knows that a mail whose fate is open did arrive: it counts as sent, and is logged.</summary>
    Task<OutgoingResult> ConfirmSentAsync(Guid userId, Guid id, CancellationToken stop);

    /// <summary>One mail written here; null when the user has none of that id.</summary>
    Task<OutgoingEmail?> FindAsync(Guid userId, Guid id, CancellationToken stop);

    /// <summary>One page of a folder.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="kind">Which folder.</param>
    /// <param name="search">Part of a subject or an address; null or empty: all.</param>
    /// <param name="skip">Rows before the page.</param>
    /// <param name="take">Rows of it, at most <see cref="EmailFolder.TakeMax"/>.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<EmailFolder> ListAsync(
        Guid userId, EmailFolder.Kind kind, string? search, int skip, int take, CancellationToken stop);

    /// <summary>How many mails are in each folder; every kind is there.</summary>
    Task<IReadOnlyDictionary<EmailFolder.Kind, int>> CountAsync(Guid userId, CancellationToken stop);

    /// <summary>Puts a mail of a list away; one that is on its way out cannot be. False: none of that id, or too late.
    /// </summary>
    /// <param name="userId">Whose.</param>
    /// <param name="rowId">As <see cref="EmailFolder.Row"/> has it, outgoing or reported.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<bool> ArchiveAsync(Guid userId, Guid rowId, CancellationToken stop);

    /// <summary>Deletes a mail of a list; a waiting one is taken back by it. See <see cref="ArchiveAsync"/>.</summary>
    Task<bool> DeleteAsync(Guid userId, Guid rowId, CancellationToken stop);

    /// <summary>Brings an archived or deleted mail back to its folder. See <see cref="ArchiveAsync"/>.</summary>
    Task<bool> RestoreAsync(Guid userId, Guid rowId, CancellationToken stop);

    /// <summary>Adds a file to a draft; its contents lie on disk, not in the database.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="id">The draft.</param>
    /// <param name="name">Its file name, without a folder.</param>
    /// <param name="content">Read to its end, at most one byte more than may be attached.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<OutgoingResult> AttachAsync(Guid userId, Guid id, string name, Stream content, CancellationToken stop);

    /// <summary>Removes a file from a draft.</summary>
    Task<OutgoingResult> DetachAsync(Guid userId, Guid id, Guid attachmentId, CancellationToken stop);
}
