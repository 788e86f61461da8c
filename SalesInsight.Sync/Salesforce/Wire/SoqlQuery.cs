namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>A SELECT put together from checked parts; <see cref="ToString"/> is the SOQL.</summary>
internal sealed record SoqlQuery(string Entity, IReadOnlyList<string> Columns)
{
    /// <summary>Ids per IN list: about 27 bytes each in a URL of at most 16,384 bytes (facts 2.1).</summary>
    public const int IdsPerQueryMax = 500;

    public IReadOnlyList<SoqlCondition> Conditions { get; init; } = [];

    public IReadOnlyList<string> Order { get; init; } = [];

    public int? Limit { get; init; }

    /// <summary>Rows in the bin and the archive too.</summary>
    public bool OfAllRows { get; init; }

    /// <summary>Those of the ids that are of one kind of record, once each, in lists that fit a query.</summary>
    /// <param name="ids">Ids of any kind.</param>
    /// <param name="prefix">The first three characters of that kind's ids.</param>
    public static IEnumerable<string[]> IdsOfKind(IEnumerable<string> ids, string prefix) => ids.Distinct()
        .Where(id => id.StartsWith(prefix, StringComparison.Ordinal) && SoqlText.IsId(id))
        .Chunk(IdsPerQueryMax);

    public SoqlQuery Where(params SoqlCondition[] conditions) =>
        this with { Conditions = [.. Conditions, .. conditions] };

    public SoqlQuery OrderBy(params string[] fields) => this with { Order = fields };

    public override string ToString()
    {
        var soql = $"SELECT {string.Join(',', Columns.Select(SoqlText.Name))} FROM {SoqlText.Name(Entity)}";
        if (Conditions.Count > 0) soql += $" WHERE {string.Join(" AND ", Conditions)}";
        if (Order.Count > 0) soql += $" ORDER BY {string.Join(',', Order.Select(SoqlText.Name))}";
        return Limit is { } limit ? FormattableString.Invariant($"{soql} LIMIT {limit}") : soql;
    }
}
