using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>A mail some of whose addresses are due, without its text.</summary>
/// <param name="Due">Only those a run has to look at now.</param>
internal sealed record StagedEmail(
    Guid Id, string MessageKey, MailTraits Traits, ImmutableArray<StagedEmail.Recipient> Due)
{
    /// <param name="Attempts">How often Salesforce refused it in a row.</param>
    /// <param name="Decided">What an earlier run decided; null: none did.</param>
    /// <param name="ChosenId">Whom its user chose; null: nobody.</param>
    internal sealed record Recipient(EmailAddress Address, int Attempts, EmailReason? Decided, string? ChosenId);
}
