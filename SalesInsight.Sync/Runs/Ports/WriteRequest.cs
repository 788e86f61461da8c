using System.Collections.Immutable;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>
/// One write call: a retrieve of every row to be updated or deleted (its pre-image), then the writes, not all-or-none.
/// </summary>
internal sealed record WriteRequest(ImmutableArray<WriteRequest.Row> Rows)
{
    /// <summary>Rows in one call when any is updated or deleted: retrieve + 4 collections of 200.</summary>
    public const int RowsMax = 800;

    /// <summary>Rows in one call of creates alone: 5 collections of 200.</summary>
    public const int CreatesMax = 1_000;

    /// <summary>One row's write.</summary>
    /// <param name="TaskId">Our id, to match the outcome.</param>
    internal abstract record Row(Guid TaskId);

    /// <param name="Fields">The fields to send, taken from <paramref name="Content"/>; no other field is sent.</param>
    internal sealed record Update(Guid TaskId, string SalesforceId, SalesforceContent Content, FieldSet Fields)
        : Row(TaskId);

    internal sealed record Delete(Guid TaskId, string SalesforceId) : Row(TaskId);

    /// <param name="ExternalId"><c>{install id}-{task id}</c>, sent where the create mode has a place for it.</param>
    internal sealed record Create(Guid TaskId, string ExternalId, SalesforceContent Content) : Row(TaskId);
}
