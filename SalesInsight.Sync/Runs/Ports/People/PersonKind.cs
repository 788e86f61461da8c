namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>What kind of record a person is on.</summary>
internal enum PersonKind
{
    Lead,
    Contact,
}
