namespace SalesInsight.Sync.Reminders;

/// <summary>The fields kept in step, named as here; design section 5 names their Salesforce counterparts.</summary>
public enum TaskField
{
    /// <summary>Subject.</summary>
    Subject,

    /// <summary>Status; Salesforce: Status and the org's list of closed values.</summary>
    Status,

    /// <summary>Priority.</summary>
    Priority,

    /// <summary>Due date; Salesforce: ActivityDate.</summary>
    DueDate,

    /// <summary>Details; Salesforce: Description.</summary>
    Details,

    /// <summary>The lead or contact; Salesforce: WhoId.</summary>
    Person,

    /// <summary>The opportunity, account or other record; Salesforce: WhatId.</summary>
    Related,
}
