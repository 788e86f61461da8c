using System.Globalization;
using System.Text.Json;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>
/// One property of a body. Each reading that fails is noted among the problems and answers something harmless: with a
/// problem noted, nothing of the body is used.
/// </summary>
internal sealed class BodyField(string name, JsonElement value, List<FieldProblem> problems)
{
    public void Refuse(string code, string detail) => problems.Add(new FieldProblem(name, code, detail));

    public string? TextOrNull() => value.ValueKind == JsonValueKind.Null ? null : Text();

    public string Text()
    {
        if (value.ValueKind == JsonValueKind.String) return Sound();
        Refuse("notText", "Must be a text.");
        return "";
    }

    public DateOnly? DateOrNull()
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(
            Sound(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Refuse("notADate", "Must be a date such as 2026-11-24, or null.");
        return null;
    }

    public TChoice Choice<TChoice>(TChoice fallback) where TChoice : struct, Enum
    {
        var text = value.ValueKind == JsonValueKind.String ? Sound() : null;
        foreach (var choice in Enum.GetValues<TChoice>())
            if (ApiNames.Of(choice) == text) return choice;
        Refuse("notOneOf", $"Must be one of {string.Join(", ", Enum.GetValues<TChoice>().Select(ApiNames.Of))}.");
        return fallback;
    }

    // JSON can spell half a surrogate pair, which is no character, and U+0000, which not every database can hold.
    private string Sound()
    {
        try
        {
            var text = value.GetString()!;
            if (!text.Contains('\0')) return text;
        }
        catch (InvalidOperationException)
        {
            // half a surrogate pair: refused below like the other
        }

        Refuse("notUnicode", "Must be sound Unicode without U+0000.");
        return "";
    }
}
