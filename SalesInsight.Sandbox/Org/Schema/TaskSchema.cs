using static SalesInsight.Sandbox.Org.Schema.Fields;

namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>The Task object as salesforce-facts.md 4.1 lists it.</summary>
internal static class TaskSchema
{
    internal const string CallObject = "CallObject";
    internal const string CustomId = "SalesInsight_Id__c";
    internal const int SubjectLength = 255;
    internal const int DescriptionLength = 32_000;
    private const string CreateOnly = "CFS";

    /// <param name="customId">Shape of <see cref="CustomId"/>.</param>
    /// <param name="emailFields">Fields an e-mail tool's package brings along, and its value Reply of Type.</param>
    internal static ObjectSchema Create(CustomIdField customId, bool emailFields) => new(
        "Task", "Task", "Tasks", "00T", "CUDR",
        [
            .. Core(["Call", "Email", "Meeting", "Other", .. emailFields ? ["Reply"] : Array.Empty<string>()]),
            .. Derived(), .. Calls(), .. Recurrence(), .. Fields.System(), .. Custom(customId),
            .. emailFields ? EmailFields() : [],
        ]);

    private static IEnumerable<FieldSchema> Core(string[] types) =>
    [
        Id("Activity ID"),
        Reference("WhoId", "Name ID", "Who", ["Contact", "Lead"]) with { ChildRelationship = "Tasks" },
        Reference("WhatId", "Related To ID", "What", ["Account", "Opportunity"]) with { ChildRelationship = "Tasks" },
        Of(FieldType.Combobox, "Subject", "Subject", All, SubjectLength),
        Of(FieldType.Date, "ActivityDate", "Due Date Only", All),
        Picklist("Status", "Status", 255, SetupSchema.StatusNames, byDefault: "Not Started"),
        Picklist("Priority", "Priority", 40, SetupSchema.PriorityNames, byDefault: "Normal"),
        Reference("OwnerId", "Assigned To ID", "Owner", ["User", "Group"]) with { Nillable = false },
        // Not filterable and not sortable (facts 4.1): a client cannot look a task up by its text.
        Of(FieldType.TextArea, "Description", "Description", "CU", DescriptionLength),
        Picklist("Type", "Type", 40, types),
        Picklist(
            "TaskSubtype", "Task Subtype", 40, ["Task", "Email", "LinkedIn", "List Email", "Cadence", "Call"],
            CreateOnly, "Task") with { Restricted = true },
        Moment("ReminderDateTime", "Reminder Date/Time", All),
        Flag("IsReminderSet", "Reminder Set"),
        Flag("IsVisibleInSelfService", "Public"),
    ];

    private static IEnumerable<FieldSchema> Derived() =>
    [
        Flag("IsClosed", "Closed", ReadOnly),
        Flag("IsHighPriority", "High Priority", ReadOnly),
        Moment("CompletedDateTime", "Completed Date"),
        Reference("AccountId", "Account ID", "Account", ["Account"], ReadOnly),
        Flag("IsArchived", "Archived", ReadOnly),
    ];

    private static IEnumerable<FieldSchema> Calls() =>
    [
        Of(FieldType.Int, "CallDurationInSeconds", "Call Duration", All),
        Picklist("CallType", "Call Type", 40, ["Internal", "Inbound", "Outbound"]) with { Restricted = true },
        Text("CallDisposition", "Call Result", 255),
        Text(CallObject, "Call Object Identifier", 255),
    ];

    private static IEnumerable<FieldSchema> Recurrence() =>
    [
        Flag("IsRecurrence", "Create Recurring Series of Tasks", CreateOnly),
        Reference("RecurrenceActivityId", "Recurrence Activity ID", "RecurrenceActivity", ["Task"], ReadOnly),
        Of(FieldType.Date, "RecurrenceStartDateOnly", "Recurrence Start", All),
        Of(FieldType.Date, "RecurrenceEndDateOnly", "Recurrence End", All),
        Text("RecurrenceTimeZoneSidKey", "Recurrence Time Zone", 40),
        Picklist("RecurrenceType", "Recurrence Type", 40, RecurrenceTypes) with { Restricted = true },
        Of(FieldType.Int, "RecurrenceInterval", "Recurrence Interval", All),
        Of(FieldType.Int, "RecurrenceDayOfWeekMask", "Recurrence Day of Week Mask", All),
        Of(FieldType.Int, "RecurrenceDayOfMonth", "Recurrence Day of Month", All),
        Picklist("RecurrenceInstance", "Recurrence Instance", 40, ["First", "Second", "Third", "Fourth", "Last"]) with
        {
            Restricted = true,
        },
        Text("RecurrenceMonthOfYear", "Recurrence Month of Year", 40),
        Picklist(
            "RecurrenceRegeneratedType", "Repeat This Task", 40,
            ["None", "RecurrenceRegenerateAfterDueDate", "RecurrenceRegenerateAfterToday", "RecurrenceRegenerated"])
            with { Restricted = true },
    ];

    private static readonly string[] RecurrenceTypes =
    [
        "RecursDaily", "RecursEveryWeekday", "RecursMonthly", "RecursMonthlyNth", "RecursWeekly", "RecursYearly",
        "RecursYearlyNth",
    ];

    private static IEnumerable<FieldSchema> EmailFields() =>
    [
        Of(FieldType.Int, "MSE_Viewed__c", "Viewed", All) with { Custom = true },
        Of(FieldType.Int, "MSE_Clicked__c", "Clicked", All) with { Custom = true },
        Flag("MSE_Replied__c", "Replied", All) with { Custom = true },
        Text("MSE_Email_Status__c", "Email Status", 40) with { Custom = true },
        Text("MSE_Email_Attachments__c", "Email Attachments", 255) with { Custom = true },
    ];

    private static IEnumerable<FieldSchema> Custom(CustomIdField setup)
    {
        if (setup == CustomIdField.Absent) yield break;
        yield return Text(CustomId, "SalesInsight Id", 255) with
        {
            Custom = true,
            ExternalId = true,
            Unique = setup == CustomIdField.UniqueExternalId,
        };
    }
}
