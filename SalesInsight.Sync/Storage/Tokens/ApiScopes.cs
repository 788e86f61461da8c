namespace SalesInsight.Sync.Storage.Tokens;

/// <summary>What an API token may do, within the rights of its user (design section 3).</summary>
[Flags]
public enum ApiScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read the user's tasks and how their sync stands.</summary>
    TasksRead = 1,

    /// <summary>Add, change and delete the user's tasks, and ask for a run.</summary>
    TasksWrite = 2,

    /// <summary>Report mail sent from the user's own address.</summary>
    EmailsReport = 4,

    /// <summary>Read and save the user's own settings.</summary>
    Settings = 8,

    /// <summary>
    /// With <see cref="EmailsReport"/>: report mail of other senders here, and what happened to it. Of service tokens
    /// alone, which only admins make, and which stop working when their admin is one no more.
    /// </summary>
    EmailsForOthers = 16,

    /// <summary>All a user's own token may do.</summary>
    All = TasksRead | TasksWrite | EmailsReport | Settings,
}
