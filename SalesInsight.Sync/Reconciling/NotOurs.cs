using System.Text.RegularExpressions;

namespace SalesInsight.Sync.Reconciling;

/// <summary>Which Salesforce tasks are not ours to touch, and why (design 5.10, 5.13). Pure.</summary>
internal static partial class NotOurs
{
    /// <summary>A record completed this soon after its creation was logged, not done.</summary>
    public static readonly TimeSpan LoggedWithin = TimeSpan.FromSeconds(60);

    private const string PlainSubtype = "Task";

    /// <summary>
    /// The reason to leave a record alone; null when it is ours to keep in step. A linked record stays ours when it
    /// changes owner (the link decides: reassigned) or is completed (that is what a reminder is for).
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="userId">The connected Salesforce user.</param>
    /// <param name="externalIdPrefix">What the ids of this install begin with.</param>
    public static ReasonCode? Why(RecordTraits record, string userId, string externalIdPrefix) => record switch
    {
        { IsRecurrence: true } => ReasonCode.NotOursSeries,
        { IsArchived: true } => ReasonCode.NotOursArchived,
        _ when IsOfAnotherInstall(record.ExternalId, externalIdPrefix) => ReasonCode.NotOursInstall,
        { IsLinked: true } => null,
        _ when record.OwnerId != userId => ReasonCode.NotOursOwner,
        _ when IsLogged(record) => ReasonCode.NotOursLogged,
        _ => null,
    };

    // Text that is no id of any install, such as a note somebody typed into the field, says nothing.
    private static bool IsOfAnotherInstall(string? externalId, string prefix) =>
        externalId is not null && InstallAndTask().IsMatch(externalId)
        && !externalId.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static bool IsLogged(RecordTraits record) => record.IsClosed
        && ((record.TaskSubtype ?? PlainSubtype) != PlainSubtype
            || (record.CompletedDateTime is { } at && at - record.CreatedDate <= LoggedWithin));

    [GeneratedRegex("^[0-9a-f]{32}-[0-9a-f]{32}$", RegexOptions.IgnoreCase)]
    private static partial Regex InstallAndTask();
}
