using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>What was decided of a mail, as it is kept after its text is gone.</summary>
internal sealed record RecordedEmail(
    Guid Id,
    string Subject,
    DateTimeOffset SentAt,
    MailTraits Traits,
    ImmutableArray<RecordedEmail.Recipient> Recipients)
{
    /// <param name="Places">The activities it stands as; empty where it is not logged or by somebody else.</param>
    /// <param name="ChosenId">Whom its user chose; null: nobody.</param>
    internal sealed record Recipient(
        EmailAddress Address, EmailState State, EmailReason Reason, string? ChosenId, ImmutableArray<Place> Places);

    /// <summary>Where one activity lies; null: nowhere.</summary>
    internal sealed record Place(string? PersonId, string? OpportunityId);
}
