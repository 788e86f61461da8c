namespace SalesInsight.Sync.Settings;

/// <summary>Which Salesforce tasks come in when the sync is turned on, by LastModifiedDate.</summary>
public enum FirstImport
{
    /// <summary>Created or changed in the last 24 hours.</summary>
    Last24Hours,

    /// <summary>Created or changed in the last 7 days.</summary>
    Last7Days,

    /// <summary>Created or changed in the last 30 days.</summary>
    Last30Days,

    /// <summary>Every open task, however old.</summary>
    AllOpen,
}
