namespace SalesInsight.Sandbox.Org;

/// <summary>
/// Every refusal the org words, in one place (codes: facts 3.2; texts as recorded, else as remembered).
/// </summary>
internal static class SandboxErrors
{
    internal static SandboxError NotFound() =>
        new("NOT_FOUND", "The requested resource does not exist");

    internal static SandboxError EntityIsDeleted() => new("ENTITY_IS_DELETED", "entity is deleted");

    internal static SandboxError NoSuchObject(string name) => new(
        "INVALID_TYPE",
        $"sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append " +
        "the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.");

    internal static SandboxError NoSuchColumn(string field, string objectName) => new(
        "INVALID_FIELD", $"No such column '{field}' on sobject of type {objectName}");

    internal static SandboxError StringTooLong(string label, string field, string value, int lengthMax) => new(
        "STRING_TOO_LONG", $"{label}: data value too large: {Shown(value)} (max length={lengthMax})", field);

    internal static SandboxError RequiredMissing(params string[] fields) => new(
        "REQUIRED_FIELD_MISSING", $"Required fields are missing: [{string.Join(", ", fields)}]", fields);

    internal static SandboxError NotWriteable(params string[] fields) => new(
        "INVALID_FIELD_FOR_INSERT_UPDATE",
        $"Unable to create/update fields: {string.Join(", ", fields)}. Please check the security settings of this " +
        "field and verify that it is read/write for your profile or permission set.", fields);

    internal static SandboxError NotInPicklist(string label, string field, string value) => new(
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        $"{label}: bad value for restricted picklist field: {Shown(value)}", field);

    internal static SandboxError DuplicateValue(string field, string recordId) => new(
        "DUPLICATE_VALUE",
        $"duplicate value found: {field} duplicates value on record with id: {recordId}");

    internal static SandboxError DuplicateExternalId() => new(
        "DUPLICATE_EXTERNAL_ID", "More than one record found for external id field");

    internal static SandboxError MalformedId(string label, string field, string value) => new(
        "MALFORMED_ID", $"{label}: id value of incorrect type: {Shown(value)}", field);

    internal static SandboxError InvalidCrossReference(params string[] fields) => new(
        "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", fields);

    internal static SandboxError ConvertedLead(string field) => new(
        "CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead", field);

    internal static SandboxError FieldIntegrity(string message, params string[] fields) => new(
        "FIELD_INTEGRITY_EXCEPTION", message, fields);

    internal static SandboxError InactiveOwner(string userId) => new(
        "INACTIVE_OWNER_OR_USER", $"operation performed with inactive user [{userId}] as owner of task", "OwnerId");

    internal static SandboxError NoRight() => new(
        "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");

    internal static SandboxError NoTypeRight(string label) => new(
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", $"entity type cannot be inserted, updated or deleted: {label}");

    internal static SandboxError RowLocked(string recordId) => new(
        "UNABLE_TO_LOCK_ROW",
        $"unable to obtain exclusive access to this record or 1 records: {recordId}");

    internal static SandboxError BadValue(string type, string value) => new(
        "JSON_PARSER_ERROR", $"Cannot deserialize instance of {type} from VALUE_STRING value {Shown(value)}");

    internal static SandboxError RuleBroken(string message, string field) => new(
        "FIELD_CUSTOM_VALIDATION_EXCEPTION", message, field);

    /// <summary>The text of a path whose id segment is no id and whose field is no external id (facts 2.2).</summary>
    internal static SandboxError NoSuchExternalId(string field) => new(
        "NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {field}");

    internal static SandboxError RolledBack() => new(
        "ALL_OR_NONE_OPERATION_ROLLED_BACK",
        "Record rolled back because not all records were valid and the request was using AllOrNone header");

    internal static SandboxError MalformedQuery(string message) => new("MALFORMED_QUERY", message);

    internal static SandboxError InvalidField(string message) => new("INVALID_FIELD", message);

    internal static SandboxError InvalidReplicationDate(string message) => new("INVALID_REPLICATION_DATE", message);

    /// <summary>Salesforce repeats the value it refuses; a stand-in need not repeat 40,000 characters of it.</summary>
    private static string Shown(string value)
    {
        const int shownMax = 1_000;
        return value.Length <= shownMax ? value : value[..shownMax];
    }
}
