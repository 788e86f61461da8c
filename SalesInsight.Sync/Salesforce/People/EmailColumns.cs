using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.People;

/// <summary>
/// What this user may write of a logged mail, from the describe of Task: the standard fields shown to them, the words
/// its Type knows, and the fields an admin added for mails (docs/email.md). Pure.
/// </summary>
internal sealed class EmailColumns
{
    /// <summary>The fields looked for, by what they keep; their kind is the org's own choice.</summary>
    public static readonly ImmutableArray<(EmailMark Mark, string Name)> MarkFields =
    [
        (EmailMark.Viewed, "MSE_Viewed__c"),
        (EmailMark.Clicked, "MSE_Clicked__c"),
        (EmailMark.Replied, "MSE_Replied__c"),
        (EmailMark.Status, "MSE_Email_Status__c"),
        (EmailMark.Attachments, "MSE_Email_Attachments__c"),
    ];

    private const string Sent = "Sent", Bounced = "Bounced", Yes = "Yes";

    private readonly FrozenSet<string> _createable;
    private readonly FrozenSet<string> _types;
    private readonly ImmutableArray<(EmailMark Mark, DescribedField Field)> _marks;

    private EmailColumns(
        FrozenSet<string> createable, FrozenSet<string> types, ImmutableArray<(EmailMark, DescribedField)> marks) =>
        (_createable, _types, _marks) = (createable, types, marks);

    /// <summary>True when this user may create tasks at all.</summary>
    public bool MayLog { get; private init; }

    public bool KeepsMarks => !_marks.IsEmpty;

    /// <param name="fields">As described.</param>
    /// <param name="mayCreate">What the describe says of the object as a whole.</param>
    public static EmailColumns Of(IReadOnlyList<DescribedField> fields, bool mayCreate)
    {
        var byName = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
        var types = byName.GetValueOrDefault("Type")?.PicklistValues ?? [];
        return new EmailColumns(
            fields.Where(f => f.Createable).Select(f => f.Name).ToFrozenSet(StringComparer.Ordinal),
            types.OfType<DescribedValue>().Where(v => v.Active).Select(v => v.Value).OfType<string>()
                .ToFrozenSet(StringComparer.Ordinal),
            [
                .. from mark in MarkFields
                   let field = byName.GetValueOrDefault(mark.Name)
                   where field is { Createable: true, Updateable: true }
                   select (mark.Mark, field),
            ])
        {
            MayLog = mayCreate,
        };
    }

    /// <summary>The body of a create; a field this user may not write is left out.</summary>
    /// <param name="activity">What to log.</param>
    /// <param name="externalIdField">Where the external id goes; null: nowhere.</param>
    public JsonObject Body(NewActivity activity, string? externalIdField)
    {
        var body = Typed(TaskColumns.Entity);
        Put(body, "Subject", activity.Subject);
        Put(body, "Status", activity.Status);
        Put(body, "ActivityDate", SoqlText.Date(activity.Date));
        Put(body, "Description", activity.Description);
        Put(body, "WhoId", activity.WhoId);
        Put(body, "WhatId", activity.WhatId);
        Put(body, "TaskSubtype", "Email");
        var type = activity.IsReply && _types.Contains("Reply") ? "Reply" : "Email";
        if (_types.Contains(type)) Put(body, "Type", type);
        if (externalIdField is not null) body[externalIdField] = activity.ExternalId;
        foreach (var (mark, field) in _marks) body[field.Name] = Value(mark, field, activity.Marks);
        return body;
    }

    /// <summary>The body of an update of the marks alone.</summary>
    public JsonObject Body(string salesforceId, EmailMarks marks)
    {
        var body = Typed(TaskColumns.Entity);
        body["id"] = salesforceId;
        foreach (var (mark, field) in _marks) body[field.Name] = Value(mark, field, marks);
        return body;
    }

    public static JsonObject Typed(string entity) => new() { ["attributes"] = new JsonObject { ["type"] = entity } };

    private void Put(JsonObject body, string field, string? value)
    {
        if (value is not null && _createable.Contains(field)) body[field] = value;
    }

    /// <summary>Admins made these fields: a count may be a number, a box to tick or a text.</summary>
    private static JsonNode? Value(EmailMark mark, DescribedField field, EmailMarks marks) => mark switch
    {
        EmailMark.Viewed => Count(field, marks.Viewed),
        EmailMark.Clicked => Count(field, marks.Clicked),
        EmailMark.Replied => Count(field, marks.Replied ? 1 : 0),
        EmailMark.Status => Cut(field, marks.Bounced ? Bounced : Sent),
        EmailMark.Attachments => marks.Attachments.Length == 0 ? null : Cut(field, marks.Attachments),
        _ => throw new UnreachableException(),
    };

    private static JsonNode? Count(DescribedField field, int count) => field.Type switch
    {
        "boolean" => JsonValue.Create(count > 0),
        "int" or "double" or "currency" or "percent" => JsonValue.Create(count),
        _ when count == 0 => null,
        "string" or "textarea" or "picklist" => Cut(
            field, count == 1 ? Yes : count.ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static JsonNode? Cut(DescribedField field, string text) => field.Type switch
    {
        "string" or "textarea" or "picklist" => JsonValue.Create(ActivityDetail.Cut(text, Math.Max(1, field.Length))),
        _ => null,
    };
}
