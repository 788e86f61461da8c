namespace SalesInsight.Sync.Reminders;

/// <summary>Where new ids come from; outside the code that uses them, so that a simulation can replay them.</summary>
internal interface IIdSource
{
    /// <summary>A new id, never handed out before.</summary>
    Guid Next();
}
