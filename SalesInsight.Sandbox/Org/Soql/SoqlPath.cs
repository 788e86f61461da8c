namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>A field as written, for example <c>Who.Name</c>.</summary>
internal sealed record SoqlPath(string Text, int Position)
{
    internal string[] Parts => Text.Split('.');
}
