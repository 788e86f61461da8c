namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>One token.</summary>
/// <param name="Text">As written; of a quoted text its value, escapes resolved.</param>
/// <param name="Position">Zero-based place in the query, for error messages.</param>
internal readonly record struct SoqlToken(SoqlTokenKind Kind, string Text, int Position)
{
    internal bool Is(string word) =>
        Kind is SoqlTokenKind.Word or SoqlTokenKind.Symbol
        && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
