namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>A mail to be logged as one completed Task of subtype Email.</summary>
/// <param name="ExternalId"><c>{install id}-{log id}</c>, sent where the create mode has a place for it.</param>
/// <param name="Status">A closed one of the org.</param>
/// <param name="WhoId">Null: it names nobody.</param>
/// <param name="WhatId">An opportunity; only together with a contact.</param>
/// <param name="IsReply">Type Reply instead of Email, where the org has these values.</param>
internal sealed record NewActivity(
    string ExternalId,
    string Subject,
    string Status,
    DateOnly Date,
    string Description,
    string? WhoId,
    string? WhatId,
    bool IsReply,
    EmailMarks Marks);
