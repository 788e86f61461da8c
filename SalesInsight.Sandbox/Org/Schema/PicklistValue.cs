namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>One value of a picklist as describe lists it.</summary>
public sealed record PicklistValue(string Value, bool IsDefault = false);
