namespace SalesInsight.Sync.Runs.Ports;

/// <summary>How a create stays single when its reply is lost (design section 6, Creating).</summary>
public enum CreateMode
{
    /// <summary>The org has <c>SalesInsight_Id__c</c>: Text, External ID, Unique, writable by this user.</summary>
    UniqueId,

    /// <summary>A marker in CallObject, agreed to by an admin.</summary>
    Marker,

    /// <summary>
    /// Neither: looked up by creator, time, subject, due date and person before anything is sent again.
    /// </summary>
    NaturalKey,
}
