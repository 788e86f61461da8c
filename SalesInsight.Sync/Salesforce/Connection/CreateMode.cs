namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>How a create whose reply was lost is recognised in this org (design section 6, Creating).</summary>
public enum CreateMode
{
    /// <summary>
    /// The record carries <c>SalesInsight_Id__c</c> (Text, External ID, Unique, writable for this user by describe).
    /// </summary>
    UniqueId,

    /// <summary>A marker in <c>CallObject</c>, because an admin agreed to it.</summary>
    Marker,

    /// <summary>Look-up by creator, creation time, subject, due date and person.</summary>
    NaturalKey,
}
