namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>One part of ORDER BY; nulls come first unless said otherwise.</summary>
internal sealed record SoqlOrder(SoqlPath Field, bool Descending, bool NullsLast);
