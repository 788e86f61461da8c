using System.Diagnostics;

namespace SalesInsight.Sync.Reminders;

/// <summary>
/// The same fields as Salesforce holds them: raw strings, null where empty. ActivityDate is <c>yyyy-MM-dd</c>.
/// Translation between the two images is not one-to-one, which is why a base keeps both (design section 6).
/// </summary>
internal sealed record SalesforceContent(
    string? Subject = null,
    string? Status = null,
    string? Priority = null,
    string? ActivityDate = null,
    string? Description = null,
    string? WhoId = null,
    string? WhatId = null)
{
    public string? this[TaskField field] => field switch
    {
        TaskField.Subject => Subject,
        TaskField.Status => Status,
        TaskField.Priority => Priority,
        TaskField.DueDate => ActivityDate,
        TaskField.Details => Description,
        TaskField.Person => WhoId,
        TaskField.Related => WhatId,
        _ => throw new UnreachableException(),
    };

    public SalesforceContent With(TaskField field, string? value) => field switch
    {
        TaskField.Subject => this with { Subject = value },
        TaskField.Status => this with { Status = value },
        TaskField.Priority => this with { Priority = value },
        TaskField.DueDate => this with { ActivityDate = value },
        TaskField.Details => this with { Description = value },
        TaskField.Person => this with { WhoId = value },
        TaskField.Related => this with { WhatId = value },
        _ => throw new UnreachableException(),
    };

    public FieldSet DifferingFrom(SalesforceContent other)
    {
        var differing = FieldSet.None;
        foreach (var field in FieldSet.Fields)
            if (this[field] != other[field]) differing = differing.Add(field);
        return differing;
    }
}
