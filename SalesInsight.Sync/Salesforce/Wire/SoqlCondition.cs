using System.Globalization;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>One condition of a WHERE clause; can be made only from typed values.</summary>
internal sealed class SoqlCondition
{
    private readonly string text;

    private SoqlCondition(string text) => this.text = text;

    public static SoqlCondition IsText(string field, string? value) =>
        new($"{SoqlText.Name(field)} = {(value is null ? "null" : SoqlText.Quote(value))}");

    public static SoqlCondition IsId(string field, string? id) =>
        new($"{SoqlText.Name(field)} = {(id is null ? "null" : SoqlText.Id(id))}");

    public static SoqlCondition IsDate(string field, DateOnly? date) =>
        new($"{SoqlText.Name(field)} = {(date is null ? "null" : SoqlText.Date(date.Value))}");

    public static SoqlCondition IsFlag(string field, bool value) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{SoqlText.Name(field)} = {(value ? "true" : "false")}"));

    public static SoqlCondition IsNotNull(string field) => new($"{SoqlText.Name(field)} != null");

    public static SoqlCondition InIds(string field, IEnumerable<string> ids) =>
        new($"{SoqlText.Name(field)} IN ({string.Join(',', ids.Select(SoqlText.Id))})");

    public static SoqlCondition InTexts(string field, IEnumerable<string> values) =>
        new($"{SoqlText.Name(field)} IN ({string.Join(',', values.Select(SoqlText.Quote))})");

    /// <summary>The text anywhere in the field; its own % and _ stand for themselves.</summary>
    public static SoqlCondition Contains(string field, string value) =>
        new($"{SoqlText.Name(field)} LIKE {SoqlText.QuoteLike(value)}");

    public static SoqlCondition From(string field, DateTimeOffset time) =>
        new($"{SoqlText.Name(field)} >= {SoqlText.Time(time)}");

    public static SoqlCondition Before(string field, DateTimeOffset time) =>
        new($"{SoqlText.Name(field)} < {SoqlText.Time(time)}");

    public override string ToString() => text;
}
