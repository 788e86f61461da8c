using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Tests.Sync.Salesforce.Wire;

/// <summary>The describe of Task in an org that has our field.</summary>
internal static class DescribeSample
{
    private static readonly string[] Writable =
        ["Subject", "Status", "Priority", "ActivityDate", "Description", "WhoId", "WhatId", "CallObject", "OwnerId"];

    private static readonly string[] System =
    [
        "Id", "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp", "IsDeleted",
        "IsClosed", "IsArchived", "IsRecurrence", "TaskSubtype", "CompletedDateTime",
    ];

    public static DescribedField Unique { get; } =
        new("SalesInsight_Id__c", true, true, true, ExternalId: true, Unique: true, 80);

    public static IReadOnlyList<DescribedField> Fields { get; } =
    [
        .. Writable.Select(name => Field(name, writable: true)),
        .. System.Select(name => Field(name, writable: false)),
        Unique,
    ];

    private static DescribedField Field(string name, bool writable) =>
        new(name, writable, writable, Filterable: name != "Description", ExternalId: false, Unique: false, 255);
}
