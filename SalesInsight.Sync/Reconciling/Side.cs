namespace SalesInsight.Sync.Reconciling;

/// <summary>The two sides that are kept in step.</summary>
public enum Side
{
    /// <summary>SalesInsight; 'here' on screen.</summary>
    Local,

    /// <summary>Salesforce; 'there' on screen.</summary>
    Salesforce,
}
