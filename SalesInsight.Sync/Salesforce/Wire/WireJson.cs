using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>Readers and writers of every shape, made at build time.</summary>
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(TokenError))]
[JsonSerializable(typeof(IdentityAnswer))]
[JsonSerializable(typeof(QueryAnswer))]
[JsonSerializable(typeof(DescribeAnswer))]
[JsonSerializable(typeof(DeletedAnswer))]
[JsonSerializable(typeof(CompositeRequest))]
[JsonSerializable(typeof(CompositeAnswer))]
[JsonSerializable(typeof(List<SaveResult>))]
[JsonSerializable(typeof(List<JsonElement>))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>Null when the text is not what it should be: a page, half a body, another shape.</summary>
    public static T? Read<T>(string text, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, shape);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Read{T}(string, JsonTypeInfo{T})"/>
    public static T? Read<T>(JsonElement json, JsonTypeInfo<T> shape)
        where T : class
    {
        // A member that was not sent at all.
        if (json.ValueKind == JsonValueKind.Undefined) return null;
        try
        {
            return json.Deserialize(shape);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
