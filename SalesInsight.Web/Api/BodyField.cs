using System.Globalization;
using System.Text.Json;

namespace SalesInsight.Web.Api;

/// <summary>
/// One property of a body. Each reading that fails is noted among the problems and answers something harmless: with a
/// problem noted, nothing of the body is used.
/// </summary>
internal sealed class BodyField(string name, JsonElement value, List<FieldProblem> problems)
{
    private static readonly string[] Instants =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    public void Refuse(string code, string detail) => problems.Add(new FieldProblem(name, code, detail));

    public string? TextOrNull() => value.ValueKind == JsonValueKind.Null ? null : Text();

    public string Text()
    {
        if (value.ValueKind == JsonValueKind.String) return Sound();
        Refuse("notText", "Must be a text.");
        return "";
    }

    /// <summary>An instant; without an offset it would be anybody's guess.</summary>
    public DateTimeOffset? TimeOrNull()
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParseExact(
            Sound(), Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        Refuse("notATime", "Must be a time with its offset such as 2026-11-24T09:30:00Z, or null.");
        return null;
    }

    public long Whole()
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)) return number;
        Refuse("notANumber", "Must be a whole number.");
        return 0;
    }

    /// <summary>Each element of a list; an element that fails is noted under the list's name.</summary>
    public IReadOnlyList<TItem> List<TItem>(Func<BodyField, TItem> read)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray().Select(item => read(new BodyField(name, item, problems)))];
        Refuse("notAList", "Must be a list.");
        return [];
    }

    /// <summary>An object inside the body: its properties read onto what stands.</summary>
    public TValues Record<TValues>(TValues onto, IReadOnlyDictionary<string, Func<TValues, BodyField, TValues>> fields)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
                if (fields.TryGetValue(property.Name, out var read))
                    onto = read(onto, new BodyField(name, property.Value, problems));
                else Refuse("unknownField", "There is no such field.");
            return onto;
        }

        Refuse("notAnObject", "Must be an object.");
        return onto;
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
