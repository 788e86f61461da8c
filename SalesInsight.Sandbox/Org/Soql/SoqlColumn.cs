namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>One column of an answer.</summary>
internal abstract record SoqlColumn(string Name)
{
    internal sealed record Value(string Name, Func<SObjectRecord, object?> Read) : SoqlColumn(Name);

    /// <summary>What a sub-query found under each row.</summary>
    internal sealed record Children(
        string Name, Func<SObjectRecord, IReadOnlyList<SObjectRecord>> Under, SoqlProjection Projection)
        : SoqlColumn(Name);

    internal sealed record Parent(string Name, Func<SObjectRecord, SObjectRecord?> Follow, SoqlProjection Projection)
        : SoqlColumn(Name);
}
