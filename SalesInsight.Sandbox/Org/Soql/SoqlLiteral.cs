namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>A value in a condition.</summary>
internal abstract record SoqlLiteral
{
    private SoqlLiteral()
    {
    }

    internal sealed record Text(string Value) : SoqlLiteral;

    internal sealed record Number(double Value) : SoqlLiteral;

    internal sealed record Flag(bool Value) : SoqlLiteral;

    internal sealed record Day(DateOnly Value) : SoqlLiteral;

    internal sealed record Moment(DateTimeOffset Value) : SoqlLiteral;

    /// <summary>A stretch of days by name, for example TODAY or LAST_N_DAYS:7; the end is not part of it.</summary>
    internal sealed record Stretch(DateOnly From, DateOnly Until) : SoqlLiteral;

    internal sealed record Nothing : SoqlLiteral;
}
