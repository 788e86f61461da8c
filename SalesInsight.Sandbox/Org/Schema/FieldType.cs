namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>Field types as describe names them (in lower camel case there).</summary>
public enum FieldType
{
    Id,
    String,
    TextArea,
    Picklist,
    Combobox,
    Reference,
    Boolean,
    Int,
    Double,
    Date,
    DateTime,
    Email,
    Phone,
}
