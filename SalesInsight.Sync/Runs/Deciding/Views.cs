using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Deciding;

/// <summary>From stored rows and sightings to what the reconciler looks at; pure.</summary>
internal static class Views
{
    public static LocalView Local(ReminderTask task, TimeSpan clockOffset) => task.IsDeleted
        ? new LocalView.Tombstone(task.Content)
        : new LocalView.Present(task.Content, task.EditedAt.Shifted(clockOffset));

    public static SalesforceView Salesforce(TaskLink link, Sighting sighting, string ownerId) => sighting switch
    {
        Sighting.Missing { InDeleteLog: true } => new SalesforceView.Tombstone(),
        Sighting.Missing when link.State == LinkState.Removed => new SalesforceView.Tombstone(link.Base.There),
        Sighting.Missing => new SalesforceView.OutOfSight(),
        Sighting.Seen { Row.IsDeleted: true } x => new SalesforceView.Tombstone(x.Row.Content),
        Sighting.Seen x when x.Row.OwnerId is { } owner && owner != ownerId => new SalesforceView.Reassigned(),
        Sighting.Seen x => new SalesforceView.Present(x.Row.Content, LastModified(link, x.Row)),
        _ when link.State == LinkState.Removed => new SalesforceView.Tombstone(link.Base.There),
        _ => new SalesforceView.Present(link.Base.There, link.LastModified),
    };

    /// <summary>
    /// LastModifiedDate as a person's edit: not the one of our own write, which the link remembers as null until the
    /// content or the stamp says that somebody else was there since.
    /// </summary>
    public static DateTimeOffset? LastModified(TaskLink link, SalesforceTask row)
    {
        var asLeft = link.Touch is null ? row.Content == link.Base.There : row.LastModifiedDate == link.Touch;
        return asLeft ? link.LastModified : row.LastModifiedDate;
    }
}
