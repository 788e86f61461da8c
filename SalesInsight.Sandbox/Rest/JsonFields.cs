using System.Text.Json;

namespace SalesInsight.Sandbox.Rest;

/// <summary>The fields of a JSON record as the org takes them.</summary>
internal static class JsonFields
{
    /// <summary>Every member but <c>attributes</c> and the named ones; nested objects are not fields.</summary>
    internal static Dictionary<string, object?> Read(JsonElement record, params ReadOnlySpan<string> except)
    {
        var fields = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in record.EnumerateObject())
        {
            if (member.NameEquals("attributes") || Holds(except, member.Name)) continue;
            fields[member.Name] = Value(member.Value);
        }

        return fields;
    }

    internal static string? Text(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var member)
        && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    internal static bool Flag(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object
        && holder.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.True;

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        // Refused by the field's own type: no field takes an object or a list.
        _ => value,
    };

    private static bool Holds(ReadOnlySpan<string> names, string name)
    {
        foreach (var held in names)
            if (string.Equals(held, name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
