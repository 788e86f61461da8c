using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Web.CommandCenter.Rows;

/// <summary>The second line of a row, for the few states that need more than a glyph.</summary>
internal abstract record RowNote
{
    private RowNote() { }

    public static RowNote Of(TaskSyncState sync) => sync switch
    {
        { Glyph: SyncGlyph.Parked } => new Refused(sync.Fault, CanBeFixedHere(sync.Fault)),
        { Glyph: SyncGlyph.OutOfSight } => new Waits(),
        { Reason: ReasonCode.ConflictWonHere or ReasonCode.ConflictWonThere or ReasonCode.ConflictWonByBoth } =>
            new Merged(),
        { Reason: ReasonCode.SentWithoutPerson or ReasonCode.NotedOutOnly or ReasonCode.KeptInOnly } => new Waits(),
        { ForeignStatus: { Length: > 0 } status } => new ForeignStatus(status),
        _ => new None(),
    };

    /// <summary>Editing the task here can cure it; anything else is only tried again.</summary>
    private static bool CanBeFixedHere(FaultCode? fault) => fault
        is FaultCode.ValidationRule or FaultCode.RequiredField or FaultCode.TooLong or FaultCode.ValueRefused
        or FaultCode.BrokenReference or FaultCode.DuplicateRule;

    internal sealed record None : RowNote;

    /// <summary>An open status of theirs that is not ours.</summary>
    internal sealed record ForeignStatus(string Status) : RowNote;

    /// <summary>Both sides changed one field and one value lost.</summary>
    internal sealed record Merged : RowNote;

    /// <summary>Salesforce said no.</summary>
    internal sealed record Refused(FaultCode? Fault, bool CanFix) : RowNote;

    /// <summary>It stays as it is, for the reason given.</summary>
    internal sealed record Waits : RowNote;
}
