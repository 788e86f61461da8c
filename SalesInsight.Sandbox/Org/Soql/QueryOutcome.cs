namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>What a query came to.</summary>
internal abstract record QueryOutcome
{
    private QueryOutcome()
    {
    }

    internal sealed record Rows(IReadOnlyList<SObjectRecord> Found, SoqlProjection Projection) : QueryOutcome;

    internal sealed record Count(int Number) : QueryOutcome;

    internal sealed record Refused(SandboxError Error) : QueryOutcome;
}
