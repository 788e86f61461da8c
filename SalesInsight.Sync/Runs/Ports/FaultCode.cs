namespace SalesInsight.Sync.Runs.Ports;

/// <summary>What went wrong with a call or a row, in our words; each has one plain sentence in the resources.</summary>
public enum FaultCode
{
    // the whole call
    /// <summary>No answer, or one that is not Salesforce's: network, edge, maintenance page.</summary>
    Unreachable,
    /// <summary>Salesforce asks to slow down: concurrency, login rate, server busy.</summary>
    SlowDown,
    /// <summary>The org's daily API allowance is used up.</summary>
    DailyLimit,
    /// <summary>The org is read-only for maintenance.</summary>
    Maintenance,
    /// <summary>The session died; a refresh cures it once.</summary>
    SessionExpired,
    /// <summary>Salesforce took back its permission: reconnect.</summary>
    GrantRevoked,
    /// <summary>The Salesforce user is inactive.</summary>
    UserInactive,
    /// <summary>Login hours or IP ranges keep us out.</summary>
    LoginRestricted,
    /// <summary>The org's edition has no API access.</summary>
    ApiDisabledForOrg,
    /// <summary>The user lacks the API Enabled permission.</summary>
    ApiDisabledForUser,
    /// <summary>The connected app is unknown, blocked or its secret is wrong.</summary>
    ClientRefused,
    /// <summary>A query or request Salesforce could not understand.</summary>
    Malformed,
    /// <summary>A field we ask for is hidden from this user or gone.</summary>
    FieldHidden,
    /// <summary>The query is too wide or too slow: narrow it.</summary>
    QueryTooWide,
    /// <summary>A query cursor is gone: start again from the bookmark.</summary>
    CursorGone,
    /// <summary>A replication window reaches back too far: full check by id.</summary>
    ReplicationTooOld,

    // one row
    /// <summary>The row, or its parent, is locked for a moment.</summary>
    RowLocked,
    /// <summary>A validation rule of the org refused it; the message is the admin's text.</summary>
    ValidationRule,
    /// <summary>The org requires a field we left empty.</summary>
    RequiredField,
    /// <summary>The value is longer than the field.</summary>
    TooLong,
    /// <summary>The value is not in a restricted list, or not of the field's kind.</summary>
    ValueRefused,
    /// <summary>The field cannot be written by this user.</summary>
    FieldReadOnly,
    /// <summary>No right to change this record or one it points to.</summary>
    NoAccess,
    /// <summary>The record is deleted.</summary>
    RowDeleted,
    /// <summary>Not found: gone, never there, or not shown to this user.</summary>
    RowNotFound,
    /// <summary>The person or record it points to is gone, converted or may not be linked.</summary>
    BrokenReference,
    /// <summary>A record with this unique id exists: it was created before.</summary>
    DuplicateId,
    /// <summary>A duplicate rule of the org refused it.</summary>
    DuplicateRule,
    /// <summary>An approval process or archiving locks the record.</summary>
    RecordLocked,
    /// <summary>A trigger or flow of the org failed.</summary>
    OrgAutomation,
    /// <summary>The org's storage is full.</summary>
    StorageFull,
    /// <summary>Salesforce refused the row for a reason we do not know by name; its code is kept.</summary>
    RefusedUnknown,
}
