namespace SalesInsight.Sandbox.Org;

/// <summary>How an admin set up the Activity field <c>SalesInsight_Id__c</c> (facts 4.5, way A).</summary>
public enum CustomIdField
{
    UniqueExternalId,
    ExternalIdOnly,
    Absent,
}
