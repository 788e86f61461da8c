namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>A query as parsed; names are not resolved yet.</summary>
internal sealed record SoqlQuery
{
    internal required string Text { get; init; }
    internal required IReadOnlyList<SoqlPath> Fields { get; init; }

    /// <summary>Sub-queries in the field list; the FROM of each is a child relationship.</summary>
    internal IReadOnlyList<SoqlQuery> Children { get; init; } = [];

    /// <summary>SELECT COUNT(): the answer is a number.</summary>
    internal bool CountsOnly { get; init; }

    /// <summary>FIELDS(ALL), FIELDS(STANDARD) or FIELDS(CUSTOM), which of them; null for none.</summary>
    internal string? FieldGroup { get; init; }

    internal required SoqlPath From { get; init; }
    internal SoqlCondition? Where { get; init; }
    internal IReadOnlyList<SoqlOrder> OrderBy { get; init; } = [];
    internal int? Limit { get; init; }
    internal int Offset { get; init; }

    /// <summary>ALL ROWS is for Apex only; kept to refuse it.</summary>
    internal const int LengthMax = 100_000;

    internal const int ChildrenMax = 20;
    internal const int OffsetMax = 2_000;
    internal const int FilterTextMax = 4_000;
}
