using System.Collections.Frozen;
using SalesInsight.Sync.Runs.Ports;
using static SalesInsight.Sync.Runs.Ports.FaultCode;
using static SalesInsight.Sync.Runs.Ports.FaultRemedy;

namespace SalesInsight.Sync.Salesforce.Faults;

/// <summary>
/// Salesforce's error codes and what each means for us (SOAP guide v67 "Core Data Types", REST guide v67 "Status Codes
/// and Error Responses", read 2026-11; codes that only name themselves come from client libraries' lists).
/// </summary>
internal static class KnownFaults
{
    /// <summary>A parent row is held for at most about 10 s (Apex guide, record locking).</summary>
    public static readonly TimeSpan LockPause = TimeSpan.FromSeconds(5);

    /// <summary>Outages of a node pass in seconds to minutes.</summary>
    public static readonly TimeSpan OutagePause = TimeSpan.FromSeconds(30);

    /// <summary>Concurrency counts calls of 20 s and more, so a minute lets them end.</summary>
    public static readonly TimeSpan SlowDownPause = TimeSpan.FromMinutes(1);

    /// <summary>The allowance is a rolling 24 hours: it comes back in slices.</summary>
    public static readonly TimeSpan DailyLimitPause = TimeSpan.FromHours(1);

    /// <summary>A release window lasts minutes to hours.</summary>
    public static readonly TimeSpan MaintenancePause = TimeSpan.FromMinutes(15);

    /// <summary>Another attempt at once is right, after the refresh or with a smaller request.</summary>
    public static readonly TimeSpan AtOnce = TimeSpan.Zero;

    public static readonly FrozenDictionary<string, KnownFault> ByCode = new Dictionary<string, KnownFault>
    {
        // the whole call
        ["INVALID_SESSION_ID"] = new(SessionExpired, RetryAfter, AtOnce),
        ["ORG_NOT_OWNED_BY_INSTANCE"] = new(SessionExpired, RetryAfter, AtOnce),
        ["INVALID_AUTH_HEADER"] = new(Malformed, OurBug),
        ["REQUEST_LIMIT_EXCEEDED"] = new(SlowDown, RetryAfter, SlowDownPause),
        ["LIMIT_EXCEEDED"] = new(SlowDown, RetryAfter, SlowDownPause),
        ["TOO_MANY_APEX_REQUESTS"] = new(SlowDown, RetryAfter, SlowDownPause),
        ["TXN_SECURITY_METERING_ERROR"] = new(SlowDown, RetryAfter, SlowDownPause),
        ["SERVER_UNAVAILABLE"] = new(Unreachable, RetryAfter, OutagePause),
        ["UNKNOWN_EXCEPTION"] = new(Unreachable, RetryAfter, OutagePause),
        ["INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE"] = new(Maintenance, RetryAfter, MaintenancePause),
        ["API_DISABLED_FOR_ORG"] = new(ApiDisabledForOrg, NeedsAdmin),
        ["API_CURRENTLY_DISABLED"] = new(ApiDisabledForUser, NeedsAdmin),
        ["TXN_SECURITY_NO_ACCESS"] = new(LoginRestricted, NeedsAdmin),
        ["TXN_SECURITY_RUNTIME_ERROR"] = new(LoginRestricted, NeedsAdmin),
        ["TXN_SECURITY_APEX_ERROR"] = new(LoginRestricted, NeedsAdmin),
        ["INVALID_FIELD"] = new(FieldHidden, NeedsAdmin),
        ["INVALID_TYPE"] = new(FieldHidden, NeedsAdmin),
        ["QUERY_TOO_COMPLICATED"] = new(QueryTooWide, RetryAfter, AtOnce),
        ["OPERATION_TOO_LARGE"] = new(QueryTooWide, RetryAfter, AtOnce),
        ["QUERY_TIMEOUT"] = new(QueryTooWide, RetryAfter, AtOnce),
        ["REQUEST_RUNNING_TOO_LONG"] = new(QueryTooWide, RetryAfter, AtOnce),
        ["EXCEEDED_ID_LIMIT"] = new(QueryTooWide, RetryAfter, AtOnce),
        ["INVALID_QUERY_LOCATOR"] = new(CursorGone, RetryAfter, AtOnce),
        ["INVALID_REPLICATION_DATE"] = new(ReplicationTooOld, RetryAfter, AtOnce),
        ["MALFORMED_ID"] = new(Malformed, OurBug),
        ["INVALID_ID_FIELD"] = new(Malformed, OurBug),
        ["MALFORMED_QUERY"] = new(Malformed, OurBug),
        ["METHOD_NOT_ALLOWED"] = new(Malformed, OurBug),
        ["UNSUPPORTED_MEDIA_TYPE"] = new(Malformed, OurBug),
        ["JSON_PARSER_ERROR"] = new(Malformed, OurBug),
        ["ILLEGAL_QUERY_PARAMETER_VALUE"] = new(Malformed, OurBug),
        ["NUMBER_OUTSIDE_VALID_RANGE"] = new(Malformed, OurBug),

        // one row
        ["UNABLE_TO_LOCK_ROW"] = new(RowLocked, RetryAfter, LockPause),
        ["ALL_OR_NONE_OPERATION_ROLLED_BACK"] = new(RowLocked, RetryAfter, AtOnce),
        ["PROCESSING_HALTED"] = new(RowLocked, RetryAfter, AtOnce),
        ["FIELD_CUSTOM_VALIDATION_EXCEPTION"] = new(ValidationRule, NeedsUser),
        ["REQUIRED_FIELD_MISSING"] = new(RequiredField, NeedsUser),
        ["STRING_TOO_LONG"] = new(TooLong, NeedsUser),
        ["MAX_TASK_DESCRIPTION_EXCEEDED"] = new(TooLong, NeedsUser),
        ["INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"] = new(ValueRefused, NeedsUser),
        ["FIELD_INTEGRITY_EXCEPTION"] = new(ValueRefused, NeedsUser),
        ["FIELD_FILTER_VALIDATION_EXCEPTION"] = new(ValueRefused, NeedsUser),
        ["INVALID_FIELD_FOR_INSERT_UPDATE"] = new(FieldReadOnly, NeedsAdmin),
        ["INSUFFICIENT_ACCESS_OR_READONLY"] = new(NoAccess, NeedsAdmin),
        ["INSUFFICIENT_ACCESS"] = new(NoAccess, NeedsAdmin),
        ["INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY"] = new(NoAccess, NeedsAdmin),
        ["FORBIDDEN"] = new(NoAccess, NeedsAdmin),
        ["INACTIVE_OWNER_OR_USER"] = new(NoAccess, NeedsAdmin),
        ["ENTITY_IS_DELETED"] = new(RowDeleted, NeedsUser),
        ["NOT_FOUND"] = new(RowNotFound, NeedsUser),
        ["RECORD_NOT_FOUND"] = new(RowNotFound, NeedsUser),
        ["INVALID_CROSS_REFERENCE_KEY"] = new(BrokenReference, NeedsUser),
        ["CANNOT_UPDATE_CONVERTED_LEAD"] = new(BrokenReference, NeedsUser),
        ["DUPLICATE_VALUE"] = new(DuplicateId, RetryAfter, AtOnce),
        ["DUPLICATE_EXTERNAL_ID"] = new(DuplicateId, NeedsAdmin),
        ["DUPLICATES_DETECTED"] = new(DuplicateRule, NeedsUser),
        ["ENTITY_IS_LOCKED"] = new(RecordLocked, NeedsUser),
        ["ENTITY_IS_ARCHIVED"] = new(RecordLocked, NeedsUser),
        ["CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"] = new(OrgAutomation, NeedsAdmin),
        ["CANNOT_EXECUTE_FLOW_TRIGGER"] = new(OrgAutomation, NeedsAdmin),
        ["APEX_ERROR"] = new(OrgAutomation, NeedsAdmin),
        ["STORAGE_LIMIT_EXCEEDED"] = new(StorageFull, NeedsAdmin),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
