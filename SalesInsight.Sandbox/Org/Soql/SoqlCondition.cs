namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>A WHERE clause as parsed.</summary>
internal abstract record SoqlCondition
{
    private SoqlCondition()
    {
    }

    internal sealed record All(IReadOnlyList<SoqlCondition> Parts) : SoqlCondition;

    internal sealed record Any(IReadOnlyList<SoqlCondition> Parts) : SoqlCondition;

    internal sealed record Not(SoqlCondition Inner) : SoqlCondition;

    internal sealed record Compare(SoqlPath Field, SoqlOperator Operator, SoqlLiteral Value) : SoqlCondition;

    internal sealed record In(SoqlPath Field, bool Negated, IReadOnlyList<SoqlLiteral> Values) : SoqlCondition;
}
