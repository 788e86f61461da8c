using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Faults;
using SalesInsight.Sync.Salesforce.Wire;
using static SalesInsight.Sync.Runs.Ports.FaultCode;
using static SalesInsight.Sync.Runs.Ports.FaultRemedy;

namespace SalesInsight.Tests.Sync.Salesforce.Faults;

public class FaultClassifierTests
{
    // code, HTTP status it comes with, what it is to us, who cures it: every line of facts 3.2
    public static TheoryData<string, int, FaultCode, FaultRemedy> Codes => new()
    {
        { "INVALID_SESSION_ID", 401, SessionExpired, RetryAfter },
        { "INVALID_AUTH_HEADER", 401, Malformed, OurBug },
        { "REQUEST_LIMIT_EXCEEDED", 403, SlowDown, RetryAfter },
        { "API_DISABLED_FOR_ORG", 403, ApiDisabledForOrg, NeedsAdmin },
        { "API_CURRENTLY_DISABLED", 403, ApiDisabledForUser, NeedsAdmin },
        { "INSUFFICIENT_ACCESS_OR_READONLY", 403, NoAccess, NeedsAdmin },
        { "INSUFFICIENT_ACCESS", 403, NoAccess, NeedsAdmin },
        { "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", 400, NoAccess, NeedsAdmin },
        { "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", 400, OrgAutomation, NeedsAdmin },
        { "CANNOT_EXECUTE_FLOW_TRIGGER", 400, OrgAutomation, NeedsAdmin },
        { "APEX_ERROR", 400, OrgAutomation, NeedsAdmin },
        { "FIELD_CUSTOM_VALIDATION_EXCEPTION", 400, ValidationRule, NeedsUser },
        { "FIELD_INTEGRITY_EXCEPTION", 400, ValueRefused, NeedsUser },
        { "FIELD_FILTER_VALIDATION_EXCEPTION", 400, ValueRefused, NeedsUser },
        { "REQUIRED_FIELD_MISSING", 400, RequiredField, NeedsUser },
        { "STRING_TOO_LONG", 400, TooLong, NeedsUser },
        { "MAX_TASK_DESCRIPTION_EXCEEDED", 400, TooLong, NeedsUser },
        { "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", 400, ValueRefused, NeedsUser },
        { "INACTIVE_OWNER_OR_USER", 400, NoAccess, NeedsAdmin },
        { "INVALID_CROSS_REFERENCE_KEY", 400, BrokenReference, NeedsUser },
        { "INVALID_CROSS_REFERENCE_KEY", 404, BrokenReference, NeedsUser },
        { "CANNOT_UPDATE_CONVERTED_LEAD", 400, BrokenReference, NeedsUser },
        { "ENTITY_IS_DELETED", 404, RowDeleted, NeedsUser },
        { "ENTITY_IS_LOCKED", 400, RecordLocked, NeedsUser },
        { "ENTITY_IS_ARCHIVED", 400, RecordLocked, NeedsUser },
        { "NOT_FOUND", 404, RowNotFound, NeedsUser },
        { "RECORD_NOT_FOUND", 404, RowNotFound, NeedsUser },
        { "DUPLICATE_VALUE", 400, DuplicateId, RetryAfter },
        { "DUPLICATE_EXTERNAL_ID", 300, DuplicateId, NeedsAdmin },
        { "DUPLICATES_DETECTED", 400, DuplicateRule, NeedsUser },
        { "INVALID_FIELD", 400, FieldHidden, NeedsAdmin },
        { "INVALID_TYPE", 400, FieldHidden, NeedsAdmin },
        { "INVALID_FIELD_FOR_INSERT_UPDATE", 400, FieldReadOnly, NeedsAdmin },
        { "MALFORMED_ID", 400, Malformed, OurBug },
        { "INVALID_ID_FIELD", 400, Malformed, OurBug },
        { "MALFORMED_QUERY", 400, Malformed, OurBug },
        { "QUERY_TOO_COMPLICATED", 400, QueryTooWide, RetryAfter },
        { "OPERATION_TOO_LARGE", 400, QueryTooWide, RetryAfter },
        { "QUERY_TIMEOUT", 400, QueryTooWide, RetryAfter },
        { "INVALID_QUERY_LOCATOR", 400, CursorGone, RetryAfter },
        { "INVALID_REPLICATION_DATE", 400, ReplicationTooOld, RetryAfter },
        { "EXCEEDED_ID_LIMIT", 400, QueryTooWide, RetryAfter },
        { "UNABLE_TO_LOCK_ROW", 400, RowLocked, RetryAfter },
        { "UNABLE_TO_LOCK_ROW", 500, RowLocked, RetryAfter },
        { "SERVER_UNAVAILABLE", 503, Unreachable, RetryAfter },
        { "UNKNOWN_EXCEPTION", 500, Unreachable, RetryAfter },
        { "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", 400, Maintenance, RetryAfter },
        { "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", 503, Maintenance, RetryAfter },
        { "REQUEST_RUNNING_TOO_LONG", 400, QueryTooWide, RetryAfter },
        { "REQUEST_RUNNING_TOO_LONG", 500, QueryTooWide, RetryAfter },
        { "STORAGE_LIMIT_EXCEEDED", 400, StorageFull, NeedsAdmin },
        { "TXN_SECURITY_NO_ACCESS", 403, LoginRestricted, NeedsAdmin },
        { "TXN_SECURITY_METERING_ERROR", 403, SlowDown, RetryAfter },
        { "TXN_SECURITY_RUNTIME_ERROR", 403, LoginRestricted, NeedsAdmin },
        { "TXN_SECURITY_APEX_ERROR", 403, LoginRestricted, NeedsAdmin },
        { "ALL_OR_NONE_OPERATION_ROLLED_BACK", 400, RowLocked, RetryAfter },
        { "PROCESSING_HALTED", 400, RowLocked, RetryAfter },
        { "METHOD_NOT_ALLOWED", 405, Malformed, OurBug },
        { "UNSUPPORTED_MEDIA_TYPE", 415, Malformed, OurBug },
        { "JSON_PARSER_ERROR", 400, Malformed, OurBug },
        { "LIMIT_EXCEEDED", 403, SlowDown, RetryAfter },
        { "TOO_MANY_APEX_REQUESTS", 503, SlowDown, RetryAfter },
        { "ORG_NOT_OWNED_BY_INSTANCE", 401, SessionExpired, RetryAfter },
        { "ILLEGAL_QUERY_PARAMETER_VALUE", 400, Malformed, OurBug },
        { "NUMBER_OUTSIDE_VALID_RANGE", 400, Malformed, OurBug },
        { "FORBIDDEN", 403, NoAccess, NeedsAdmin },
    };

    // HTTP status, code nobody knows or none, what the status alone says
    public static TheoryData<int, string, FaultCode, FaultRemedy> Unknown => new()
    {
        { 400, "BRAND_NEW_CODE", RefusedUnknown, NeedsUser },
        { 400, "", RefusedUnknown, NeedsUser },
        { 401, "", SessionExpired, RetryAfter },
        { 401, "BRAND_NEW_CODE", SessionExpired, RetryAfter },
        { 403, "BRAND_NEW_CODE", NoAccess, NeedsAdmin },
        { 404, "BRAND_NEW_CODE", RowNotFound, NeedsUser },
        { 405, "", Malformed, OurBug },
        { 406, "", Unreachable, RetryAfter },
        { 409, "BRAND_NEW_CODE", RefusedUnknown, NeedsUser },
        { 413, "", Malformed, OurBug },
        { 414, "", Malformed, OurBug },
        { 415, "", Malformed, OurBug },
        { 420, "", SlowDown, RetryAfter },
        { 429, "", SlowDown, RetryAfter },
        { 431, "", Malformed, OurBug },
        { 500, "BRAND_NEW_CODE", Unreachable, RetryAfter },
        { 500, "", Unreachable, RetryAfter },
        { 502, "", Unreachable, RetryAfter },
        { 503, "", Unreachable, RetryAfter },
        { 300, "", DuplicateId, NeedsAdmin },
        { 302, "", Unreachable, RetryAfter },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_OfTheTable_MeansWhatTheTableSays(string code, int status, FaultCode expected, FaultRemedy remedy)
    {
        var fault = Call(status, new ErrorItem(code, "text", []));

        (fault.Code, fault.Remedy, fault.ErrorCode).Should().Be((expected, remedy, code));
    }

    [Fact]
    public void Codes_KnownToTheClassifier_AreAllInTheTable()
    {
        KnownFaults.ByCode.Keys.Should().BeSubsetOf(Codes.Select(row => row.Data.Item1));
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public void Status_WithAnUnknownCode_DecidesAlone(int status, string code, FaultCode expected, FaultRemedy remedy)
    {
        var fault = code.Length == 0 ? Call(status) : Call(status, new ErrorItem(code, "", []));

        (fault.Code, fault.Remedy).Should().Be((expected, remedy));
    }

    [Fact]
    public void Outage_WithAPermanentCodeInItsBody_StaysAnOutage()
    {
        Call(503, new ErrorItem("API_DISABLED_FOR_ORG", "", [])).Remedy.Should().Be(RetryAfter);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(503)]
    public void Page_InsteadOfAnAnswer_IsAnOutage(int status)
    {
        var fault = FaultClassifier.Classify(new FaultEvidence.Call(status, [], IsPage: true));

        (fault.Code, fault.Remedy).Should().Be((Unreachable, RetryAfter));
    }

    [Theory]
    [InlineData("This session is not valid for use with the REST API")]
    [InlineData("Connected app is not attached to Agent xyz")]
    public void Unauthorized_ThatNoRefreshCures_IsNotAnExpiredSession(string message)
    {
        Call(401, new ErrorItem("INVALID_SESSION_ID", message, [])).Code.Should().Be(ClientRefused);
    }

    [Theory]
    [InlineData("TotalRequests Limit exceeded.", DailyLimit, 3600)]
    [InlineData("ConcurrentRequests (Concurrent API Requests) Limit exceeded.", SlowDown, 60)]
    public void RequestLimit_ByItsText_IsTheDayOrTheMoment(string message, FaultCode expected, int seconds)
    {
        var fault = Call(403, new ErrorItem("REQUEST_LIMIT_EXCEEDED", message, []));

        (fault.Code, fault.RetryAfter).Should().Be((expected, TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void RetryAfterHeader_WhenTimeCures_ReplacesOurOwnPause()
    {
        var evidence = new FaultEvidence.Call(503, [], RetryAfter: TimeSpan.FromMinutes(7));

        FaultClassifier.Classify(evidence).RetryAfter.Should().Be(TimeSpan.FromMinutes(7));
    }

    [Fact]
    public void Row_RefusedTwice_NamesAllItsFields()
    {
        var fault = FaultClassifier.Classify(new FaultEvidence.Row(
        [
            new ErrorItem("FIELD_CUSTOM_VALIDATION_EXCEPTION", "Close date must be in the future", ["ActivityDate"]),
            new ErrorItem("FIELD_CUSTOM_VALIDATION_EXCEPTION", "Say why", ["Description", "ActivityDate"]),
        ]));

        fault.Code.Should().Be(ValidationRule);
        fault.Message.Should().Be("Close date must be in the future");
        fault.Fields.Should().Equal("ActivityDate", "Description");
    }

    [Fact]
    public void Row_WithAnUnknownCode_IsPermanentForThisRecord()
    {
        var fault = FaultClassifier.Classify(new FaultEvidence.Row([new ErrorItem("BRAND_NEW_CODE", "no", [])]));

        (fault.Code, fault.Remedy, fault.RetryAfter).Should().Be((RefusedUnknown, NeedsUser, null));
    }

    [Fact]
    public void ErrorCode_ThatIsText_StaysOutOfTheLogs()
    {
        Call(400, new ErrorItem("Call Mara about the Halden deal", "", [])).ErrorCode.Should().Be("OTHER");
    }

    [Theory]
    [InlineData(TransportFailure.NoConnection)]
    [InlineData(TransportFailure.Cut)]
    [InlineData(TransportFailure.Timeout)]
    [InlineData(TransportFailure.Garbage)]
    internal void Transport_HoweverItFailed_IsTriedAgainLater(TransportFailure failure)
    {
        var fault = FaultClassifier.Classify(new FaultEvidence.Transport(failure));

        (fault.Code, fault.Remedy).Should().Be((Unreachable, RetryAfter));
    }

    private static SalesforceFault Call(int status, params ErrorItem[] errors) =>
        FaultClassifier.Classify(new FaultEvidence.Call(status, errors));
}
