using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>From what is stored about a task to what its glyph, tooltip and note line say. Pure.</summary>
internal static class TaskSyncStates
{
    /// <param name="Mode">The user's effective mode.</param>
    /// <param name="ConnectionId">The user's current connection; null: never connected.</param>
    /// <param name="FirstOnAt">When the user first turned the sync on; null: never.</param>
    internal sealed record Facts(TaskSyncMode Mode, Guid? ConnectionId, DateTimeOffset? FirstOnAt)
    {
        public bool Sends => Mode is TaskSyncMode.Both or TaskSyncMode.OutOnly;
    }

    public static TaskSyncState Of(StagedTask staged, HeldRow? held, Facts facts) => staged switch
    {
        { Link: { } link } when IsFrozen(link, facts) =>
            new(SyncGlyph.OnlyHere, ReasonCode.Frozen, link.ReasonAt, IsReadOnly: true),
        { Parking: { } parking } => Parked(parking, staged, facts),
        { Link: null } => Unlinked(staged, facts),
        { Link: { } link } => Linked(staged, link, held, facts),
    };

    /// <summary>True when the synced fields of a task are changed in Salesforce only.</summary>
    public static bool IsReadOnly(TaskLink? link, Facts facts) =>
        link is not null
        && (IsFrozen(link, facts) || (facts.Mode == TaskSyncMode.InOnly && link.State == LinkState.Active));

    private static bool IsFrozen(TaskLink link, Facts facts) =>
        link.State == LinkState.Frozen || link.ConnectionId != facts.ConnectionId;

    private static TaskSyncState Parked(Parking parking, StagedTask staged, Facts facts) => new(
        SyncGlyph.Parked,
        Parkings.Reason(parking.Fault),
        parking.At,
        parking.Fault.Code,
        parking.Fault.ErrorCode,
        parking.Fault.Message,
        IsReadOnly: IsReadOnly(staged.Link, facts));

    private static TaskSyncState Unlinked(StagedTask staged, Facts facts)
    {
        var task = staged.Task;
        var isOlder = facts.FirstOnAt is null || task.CreatedAt < facts.FirstOnAt;
        var stays = isOlder ? ReasonCode.OlderThanSync : ReasonCode.MadeWhileOff;
        if (facts.Mode == TaskSyncMode.Off) return new(SyncGlyph.Off, stays, task.CreatedAt);
        if (staged.Intent is { } intent) return new(SyncGlyph.Sending, ReasonCode.AwaitingReply, intent.At);
        return task.OutboundConnectionId is { } outbound && outbound == facts.ConnectionId && facts.Sends
            ? new(SyncGlyph.Sending, ReasonCode.CreatedHere, task.CreatedAt)
            : new(SyncGlyph.OnlyHere, stays, task.CreatedAt);
    }

    private static TaskSyncState Linked(StagedTask staged, TaskLink link, HeldRow? held, Facts facts)
    {
        var (glyph, reason, at) = Standing(staged, link, held, facts);
        return new TaskSyncState(
            glyph, reason, at, ForeignStatus: ForeignStatus(staged.Task, link), IsReadOnly: IsReadOnly(link, facts));
    }

    private static (SyncGlyph Glyph, ReasonCode Reason, DateTimeOffset At) Standing(
        StagedTask staged, TaskLink link, HeldRow? held, Facts facts)
    {
        if (held is { Approved: null }) return (SyncGlyph.OutOfSight, ReasonCode.HeldByFence, held.HeldAt);
        if (facts.Mode == TaskSyncMode.Off) return (SyncGlyph.Off, link.Reason, link.ReasonAt);

        var settled = GlyphOf(link.Reason);
        if (settled == SyncGlyph.OutOfSight) return (settled, link.Reason, link.ReasonAt);
        if (staged.Task.Version != link.LocalVersion && facts.Sends) return EditedSince(staged.Task);
        return (settled, link.Reason, link.ReasonAt);
    }

    private static (SyncGlyph, ReasonCode, DateTimeOffset) EditedSince(ReminderTask task)
    {
        var editedAt = task.EditedAt.Times.Values.DefaultIfEmpty(task.CreatedAt).Max();
        return task.DeletedAt is { } deletedAt
            ? (SyncGlyph.Sending, ReasonCode.DeletedHere, deletedAt)
            : (SyncGlyph.Sending, ReasonCode.EditedHere, editedAt);
    }

    private static SyncGlyph GlyphOf(ReasonCode reason) => reason switch
    {
        ReasonCode.OutOfSight or ReasonCode.Reassigned or ReasonCode.DuplicateOutOfSight or ReasonCode.NearMiss
            or ReasonCode.HeldByFence => SyncGlyph.OutOfSight,
        ReasonCode.EditedOnBothSides or ReasonCode.ConflictWonHere or ReasonCode.ConflictWonThere
            or ReasonCode.ConflictWonByBoth or ReasonCode.NotedOutOnly => SyncGlyph.Merged,
        ReasonCode.AwaitingReply or ReasonCode.ChangedMeanwhile or ReasonCode.UndoTime => SyncGlyph.Sending,
        ReasonCode.KeptInOnly or ReasonCode.DeletionRejected => SyncGlyph.OnlyHere,
        _ => SyncGlyph.InStep,
    };

    // The org's own default is not at hand here; an org that renamed it sees its word as a note, which is true too.
    private static string? ForeignStatus(ReminderTask task, TaskLink link) =>
        task.Content.Status == ReminderStatus.Open && link.Base.There.Status is { } status
        && status != OrgVocabulary.Standard.DefaultOpen
            ? status
            : null;
}
