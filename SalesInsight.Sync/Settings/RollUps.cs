namespace SalesInsight.Sync.Settings;

/// <summary>The kinds of records that show the date of their most recent activity themselves.</summary>
[Flags]
internal enum RollUps
{
    None = 0,
    Lead = 1,
    Contact = 2,
    Account = 4,
    Opportunity = 8,
}
