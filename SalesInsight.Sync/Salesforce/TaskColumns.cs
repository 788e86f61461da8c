using System.Collections.Immutable;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// What this user may read and write of Task, from its describe. A field an admin hid is absent from a describe, and
/// naming it in a query would fail the whole query, so only described columns are asked for. Pure.
/// </summary>
/// <param name="Readable">Columns to select, in a fixed order.</param>
/// <param name="CreateMode">How lost creates are recognised.</param>
/// <param name="Hidden">Fields kept in step that this user is not shown.</param>
/// <param name="ForOthers">What an org reader selects: also both places of an external id, whichever a rep uses and
/// though the reader may write none.</param>
internal sealed record TaskColumns(
    ImmutableArray<string> Readable, CreateMode CreateMode, FieldSet Hidden,
    ImmutableArray<string> ForOthers = default)
{
    public const string Entity = "Task";

    public const string UniqueField = "SalesInsight_Id__c";

    /// <summary>255 characters, filterable, and outside field-level security (facts 4.5 B).</summary>
    public const string MarkerField = "CallObject";

    /// <summary>Every Task has these for everybody; a describe without them is not one.</summary>
    private static readonly string[] Always =
        ["Id", "OwnerId", "CreatedDate", "LastModifiedDate", "SystemModstamp", "IsDeleted", "IsClosed"];

    private static readonly string[] Places = [UniqueField, MarkerField];

    private static readonly string[] IfShown =
    [
        "Subject", "Status", "Priority", "ActivityDate", "Description", "WhoId", "WhatId", "IsArchived",
        "IsRecurrence", "TaskSubtype", "CompletedDateTime", "CreatedById", "LastModifiedById",
    ];

    /// <summary>Where our external id is read from and written to; null when the create mode has no place.</summary>
    public string? ExternalIdField => CreateMode switch
    {
        CreateMode.UniqueId => UniqueField,
        CreateMode.Marker => MarkerField,
        _ => null,
    };

    /// <param name="fields">The describe of Task as this user.</param>
    /// <param name="markerAgreed">An admin agreed to a marker in <see cref="MarkerField"/>.</param>
    public static TaskColumns Of(IReadOnlyList<DescribedField> fields, bool markerAgreed)
    {
        var shown = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var mode = ModeOf(fields, markerAgreed);
        var hidden = FieldSet.None;
        foreach (var field in FieldSet.Fields)
            if (!shown.Contains(NameOf(field))) hidden = hidden.Add(field);
        var place = mode switch
        {
            CreateMode.UniqueId => UniqueField,
            CreateMode.Marker => MarkerField,
            _ => null,
        };
        return new TaskColumns(
            [.. Always, .. IfShown.Where(shown.Contains), .. place is null ? [] : new[] { place }],
            mode,
            hidden,
            [.. Always, .. IfShown.Where(shown.Contains), .. Places.Where(shown.Contains)]);
    }

    public static string NameOf(TaskField field) => field switch
    {
        TaskField.Subject => "Subject",
        TaskField.Status => "Status",
        TaskField.Priority => "Priority",
        TaskField.DueDate => "ActivityDate",
        TaskField.Details => "Description",
        TaskField.Person => "WhoId",
        TaskField.Related => "WhatId",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Unique makes DUPLICATE_VALUE certain, External ID makes the look-up cheap: both are needed.</summary>
    private static CreateMode ModeOf(IReadOnlyList<DescribedField> fields, bool markerAgreed)
    {
        if (fields.Any(f => f is { Name: UniqueField, ExternalId: true, Unique: true, Createable: true }))
            return CreateMode.UniqueId;
        return markerAgreed && fields.Any(f => f is { Name: MarkerField, Createable: true, Filterable: true })
            ? CreateMode.Marker
            : CreateMode.NaturalKey;
    }
}
