namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>Leaves the parser or the binder on the first fault; caught at the one door that runs queries.</summary>
internal sealed class SoqlRefusal(SandboxError error) : Exception(error.Message)
{
    internal SandboxError Error { get; } = error;

    internal static SoqlRefusal Malformed(string message) => new(SandboxErrors.MalformedQuery(message));

    internal static SoqlRefusal Unexpected(SoqlToken token) => Malformed(
        token.Kind == SoqlTokenKind.End ? "unexpected token: <EOF>" : $"unexpected token: '{token.Text}'");

    /// <summary>Salesforce quotes the query and points at the place.</summary>
    internal static SoqlRefusal At(string code, string soql, int position, string message)
    {
        const int shownMax = 40;
        var from = Math.Max(0, position - shownMax);
        var shown = soql.Substring(from, Math.Min(2 * shownMax, soql.Length - from)).ReplaceLineEndings(" ");
        var pointer = new string(' ', position - from) + "^";
        var text = $"\n{shown}\n{pointer}\nERROR at Row:1:Column:{position + 1}\n{message}";
        return new SoqlRefusal(new SandboxError(code, text));
    }
}
