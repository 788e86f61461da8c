namespace SalesInsight.Sandbox.Org.Setup;

/// <summary>
/// A rule an admin defined: a row whose text field contains a word is refused with the admin's message.
/// </summary>
public sealed record ValidationRule(string ObjectName, string Field, string Contains, string Message)
{
    internal bool Refuses(SObjectRecord row) =>
        string.Equals(row.Schema.Name, ObjectName, StringComparison.OrdinalIgnoreCase) &&
        row.Text(Field)?.Contains(Contains, StringComparison.OrdinalIgnoreCase) == true;
}
