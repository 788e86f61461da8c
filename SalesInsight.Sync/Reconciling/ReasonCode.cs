namespace SalesInsight.Sync.Reconciling;

/// <summary>
/// Why a task is as it is: exactly one reason for every decision, done or not done. None is 'other'. The names are
/// stored and shown (as the last, small word of an explanation), so they are never renamed; sentences are resources.
/// </summary>
public enum ReasonCode
{
    // both sides agree
    /// <summary>Both sides hold the same values.</summary>
    InStep,
    /// <summary>Edited here only; the edit goes, or went, to Salesforce.</summary>
    EditedHere,
    /// <summary>Edited in Salesforce only; the edit came here.</summary>
    EditedThere,
    /// <summary>Both sides edited different fields, or the same field alike: both edits survive.</summary>
    EditedOnBothSides,
    /// <summary>Both sides edited one field; the value here won.</summary>
    ConflictWonHere,
    /// <summary>Both sides edited one field; the value in Salesforce won.</summary>
    ConflictWonThere,
    /// <summary>Both sides edited several fields; each side won at least one.</summary>
    ConflictWonByBoth,

    // creation
    /// <summary>Made here while the sync was on; created in Salesforce.</summary>
    CreatedHere,
    /// <summary>Found in Salesforce; brought in.</summary>
    CreatedThere,
    /// <summary>Two existing tasks were linked; Salesforce's content was taken whole.</summary>
    Adopted,
    /// <summary>Exists from before the sync was turned on; stays here.</summary>
    OlderThanSync,
    /// <summary>Made while the sync was off, or brings nothing out in this mode; stays here.</summary>
    MadeWhileOff,

    // deletion
    /// <summary>Deleted here; deleted in Salesforce too.</summary>
    DeletedHere,
    /// <summary>Deleted in Salesforce; removed here too.</summary>
    DeletedThere,
    /// <summary>Deleted on both sides.</summary>
    DeletedOnBothSides,
    /// <summary>Deleted on one side, edited on the other: the rule let the deletion win.</summary>
    DeleteBeatEdit,
    /// <summary>Deleted on one side, edited on the other: the rule let the edit win.</summary>
    EditBeatDelete,
    /// <summary>Restored here; a new record in Salesforce follows, since REST has no undelete.</summary>
    RestoredHere,
    /// <summary>Restored in Salesforce; alive here again.</summary>
    RestoredThere,
    /// <summary>More deletions than the delete fence lets through: waits for a person.</summary>
    HeldByFence,
    /// <summary>A person rejected a held deletion: the task stays.</summary>
    DeletionRejected,
    /// <summary>A deletion here whose Undo time has not passed yet.</summary>
    UndoTime,

    // waiting
    /// <summary>Salesforce no longer shows the record; that is not the same as deleted.</summary>
    OutOfSight,
    /// <summary>Somebody else owns the record now.</summary>
    Reassigned,
    /// <summary>A send whose fate is unknown; the record is read again before anything else happens.</summary>
    AwaitingReply,
    /// <summary>Salesforce says the record exists but does not show it to this user.</summary>
    DuplicateOutOfSight,
    /// <summary>A record much like the one that may or may not have been created: a person decides.</summary>
    NearMiss,
    /// <summary>The row changed between staging and commit; the next run decides again.</summary>
    ChangedMeanwhile,
    /// <summary>Edited in Salesforce while this mode only sends: noted, not applied.</summary>
    NotedOutOnly,
    /// <summary>Renamed in Salesforce while the activity detail lets names only go out: noted, not applied.</summary>
    RenameNoted,
    /// <summary>Changed here while this mode only brings in: stays here.</summary>
    KeptInOnly,
    /// <summary>Task sync is off: nothing travels until it is on again.</summary>
    SyncOff,
    /// <summary>Belongs to another connection; shown, never written.</summary>
    Frozen,

    // refused by Salesforce (parked)
    /// <summary>A validation rule or a required field in the org refused the value.</summary>
    RefusedByRule,
    /// <summary>No right on the record or on one it points to.</summary>
    RefusedByRights,
    /// <summary>The value does not fit the field: too long, not in the list, wrong kind of id.</summary>
    RefusedValue,
    /// <summary>The person or record it points to is gone or converted; sent without it.</summary>
    SentWithoutPerson,
    /// <summary>The person was merged or converted in Salesforce; the task names who they are now.</summary>
    PersonFollowed,
    /// <summary>The record is locked, or Salesforce asked to come back later; tried again.</summary>
    RefusedForNow,

    // not ours to touch
    /// <summary>A logged email or call, not a reminder.</summary>
    NotOursLogged,
    /// <summary>The master of a recurring series; its occurrences are synced as plain tasks.</summary>
    NotOursSeries,
    /// <summary>Archived by Salesforce; archived is not deleted.</summary>
    NotOursArchived,
    /// <summary>Owned by a queue or by somebody else.</summary>
    NotOursOwner,
    /// <summary>Carries the id of another SalesInsight install.</summary>
    NotOursInstall,
}
