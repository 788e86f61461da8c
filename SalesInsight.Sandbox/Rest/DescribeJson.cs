using System.Text.Json;
using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Rest;

/// <summary>Describe as recorded (facts 2.2): the keys clients read.</summary>
internal static class DescribeJson
{
    private const int BytesPerCharacter = 3;

    internal static void WriteSummary(Utf8JsonWriter writer, ObjectSchema schema, string versionPath)
    {
        writer.WriteStartObject();
        WriteMembers(writer, schema, versionPath);
        writer.WriteEndObject();
    }

    internal static void WriteMembers(Utf8JsonWriter writer, ObjectSchema schema, string versionPath)
    {
        writer.WriteBoolean("activateable", false);
        writer.WriteBoolean("createable", schema.Createable);
        writer.WriteBoolean("custom", false);
        writer.WriteBoolean("deletable", schema.Deletable);
        writer.WriteString("keyPrefix", schema.KeyPrefix);
        writer.WriteString("label", schema.Label);
        writer.WriteString("labelPlural", schema.LabelPlural);
        writer.WriteBoolean("mergeable", schema.Name is "Account" or "Contact" or "Lead");
        writer.WriteString("name", schema.Name);
        writer.WriteBoolean("queryable", true);
        writer.WriteBoolean("replicateable", schema.Replicateable);
        writer.WriteBoolean("retrieveable", true);
        writer.WriteBoolean("searchable", schema.Createable);
        writer.WriteBoolean("triggerable", schema.Createable);
        writer.WriteBoolean("undeletable", schema.Deletable);
        writer.WriteBoolean("updateable", schema.Updateable);
        writer.WriteStartObject("urls");
        var root = $"{versionPath}/sobjects/{schema.Name}";
        writer.WriteString("sobject", root);
        writer.WriteString("describe", $"{root}/describe");
        writer.WriteString("rowTemplate", $"{root}/{{ID}}");
        writer.WriteEndObject();
    }

    internal static void WriteField(Utf8JsonWriter writer, FieldSchema field)
    {
        writer.WriteStartObject();
        writer.WriteNumber("byteLength", field.Length * BytesPerCharacter);
        writer.WriteBoolean("calculated", false);
        writer.WriteBoolean("caseSensitive", false);
        writer.WriteBoolean("createable", field.Createable);
        writer.WriteBoolean("custom", field.Custom);
        writer.WriteBoolean("defaultedOnCreate", field.Default is not null || field.Name == "OwnerId");
        writer.WriteBoolean("externalId", field.ExternalId);
        writer.WriteBoolean("filterable", field.Filterable);
        writer.WriteBoolean("idLookup", field.IdLookup);
        writer.WriteString("label", field.Label);
        writer.WriteNumber("length", field.Length);
        writer.WriteString("name", field.Name);
        writer.WriteBoolean("namePointing", field.ReferenceTo.Count > 1);
        writer.WriteBoolean("nillable", field.Nillable);
        WriteValues(writer, field);
        writer.WriteStartArray("referenceTo");
        foreach (var target in field.ReferenceTo) writer.WriteStringValue(target);
        writer.WriteEndArray();
        writer.WriteString("relationshipName", field.RelationshipName);
        writer.WriteBoolean("restrictedPicklist", field.Restricted);
        writer.WriteBoolean("sortable", field.Sortable);
        writer.WriteString("type", field.Type.ToString().ToLowerInvariant());
        writer.WriteBoolean("unique", field.Unique);
        writer.WriteBoolean("updateable", field.Updateable);
        writer.WriteEndObject();
    }

    internal static void WriteChild(Utf8JsonWriter writer, ChildRelationship child)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("cascadeDelete", false);
        writer.WriteString("childSObject", child.Child.Name);
        writer.WriteBoolean("deprecatedAndHidden", false);
        writer.WriteString("field", child.Field.Name);
        writer.WriteString("relationshipName", child.Name);
        writer.WriteEndObject();
    }

    internal static void WriteTab(Utf8JsonWriter writer, ObjectSchema schema, RestRequest request)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("colors");
        writer.WriteEndArray();
        writer.WriteBoolean("custom", false);
        writer.WriteNull("iconUrl");
        writer.WriteStartArray("icons");
        writer.WriteEndArray();
        writer.WriteString("label", schema.LabelPlural);
        writer.WriteNull("miniIconUrl");
        writer.WriteString("name", $"standard-{schema.Name}");
        writer.WriteString("sobjectName", schema.Name);
        writer.WriteString("url", $"{request.BaseUrl}/");
        writer.WriteEndObject();
    }

    internal static void WriteThemeItem(Utf8JsonWriter writer, ObjectSchema schema)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("colors");
        writer.WriteEndArray();
        writer.WriteStartArray("icons");
        writer.WriteEndArray();
        writer.WriteString("name", schema.Name);
        writer.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter writer, FieldSchema field)
    {
        writer.WriteStartArray("picklistValues");
        foreach (var value in field.Values)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("active", true);
            writer.WriteBoolean("defaultValue", value.IsDefault);
            writer.WriteString("label", value.Value);
            writer.WriteNull("validFor");
            writer.WriteString("value", value.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
