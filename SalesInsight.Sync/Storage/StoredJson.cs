using System.Text.Json;
using System.Text.Json.Serialization;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Storage;

/// <summary>
/// How images are kept in one JSON column: a base has fourteen values that are only ever read together, and columns for
/// them would say nothing more. Names of enum values are stored, so those are never renamed.
/// </summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(), new FieldSetText() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Throws <see cref="JsonException"/> for anything but what <see cref="Write{T}"/> wrote.</summary>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A stored image is null");

    public static string Write(FieldSet fields) => fields.ToString();

    public static FieldSet ReadFields(string text) => text.Length == 0
        ? FieldSet.None
        : FieldSet.Of([.. text.Split('+').Select(Enum.Parse<TaskField>)]);

    /// <summary>As text, such as <c>Subject+DueDate</c>, readable in a database browser.</summary>
    private sealed class FieldSetText : JsonConverter<FieldSet>
    {
        public override FieldSet Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            ReadFields(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, FieldSet value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
