using SalesInsight.Sandbox.Org.Rows;

namespace SalesInsight.Sandbox.Org.Writing;

/// <summary>One write on its way through the checks.</summary>
/// <param name="Before">The row as it is; null when it is to be created.</param>
/// <param name="Draft">The row as it will be.</param>
/// <param name="Sent">Names of the fields the caller sent.</param>
internal sealed record WriteRequest(
    CallContext Context, SObjectRecord? Before, RowDraft Draft, IReadOnlyCollection<string> Sent)
{
    internal bool Creates => Before is null;

    internal bool Changes(string field) => !Equals(Before?[field], Draft[field]);
}
