namespace SalesInsight.Sandbox.Org;

/// <summary>What converting a lead does to its tasks: nobody here could see it on a real org (facts 11.10).</summary>
public enum LeadConversion
{
    /// <summary>The tasks name the new contact and their SystemModstamp moves; their ids stay (facts 4.4).</summary>
    MovesTasks,

    /// <summary>They name the new contact, and no stamp tells: a reader by SystemModstamp does not notice.</summary>
    MovesTasksUnstamped,

    /// <summary>They go on naming the converted lead.</summary>
    LeavesTasks,
}
