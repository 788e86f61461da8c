using System.Collections.Immutable;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>What was decided before, for those who only look. Thread-safe; writes nothing.</summary>
internal interface IRecordedEmails
{
    /// <summary>The user's own address; null for one that is none.</summary>
    Task<EmailAddress?> FindAddressAsync(Guid userId, CancellationToken stop);

    /// <summary>The user's mails reported since a time, newest first, without addresses that still wait.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="since">Our clock.</param>
    /// <param name="max">Addresses in all; of the last mail some may be missing.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ImmutableArray<RecordedEmail>> ListAsync(
        Guid userId, DateTimeOffset since, int max, CancellationToken stop);
}
