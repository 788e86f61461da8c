namespace SalesInsight.Sync.Reminders;

/// <summary>Our row: one reminder of one user, alive or deleted here (a tombstone keeps its last content).</summary>
/// <param name="Id">Ours; part of the external id in Salesforce.</param>
/// <param name="UserId">The user it belongs to.</param>
/// <param name="Content">What is kept in step.</param>
/// <param name="Type">Ours alone.</param>
/// <param name="Version">Grows by one with every change of the row; commits and editors compare it.</param>
/// <param name="EditedAt">When a person last edited each field here.</param>
/// <param name="CreatedAt">Our clock, UTC.</param>
/// <param name="OutboundConnectionId">
/// The connection under which this task was made here while its sync was on, or to which its user sent it by hand: only
/// such a task may be created in Salesforce (design 5.1, 5.2). Null: it stays here.
/// </param>
/// <param name="DeletedAt">When it was deleted here; null while alive.</param>
/// <param name="DeletedByUser">True: the user deleted it here. False: a deletion in Salesforce was applied.</param>
internal sealed record ReminderTask(
    Guid Id,
    Guid UserId,
    TaskContent Content,
    ReminderType Type,
    long Version,
    EditTimes EditedAt,
    DateTimeOffset CreatedAt,
    Guid? OutboundConnectionId,
    DateTimeOffset? DeletedAt = null,
    bool DeletedByUser = false)
{
    /// <summary>A deletion waits this long before it is sent: that is Undo (design 5.6).</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromSeconds(10);

    public bool IsDeleted => DeletedAt is not null;
}
