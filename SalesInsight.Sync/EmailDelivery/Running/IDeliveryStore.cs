using System.Collections.Immutable;
using SalesInsight.Sync.EmailDelivery.Channels;

namespace SalesInsight.Sync.EmailDelivery.Running;

/// <summary>
/// Outgoing mails as a delivery run sees them. Thread-safe; every member is one short transaction. Nothing is locked
/// while a mail travels: the row says Sending and which try it is, and only that try settles it.
/// </summary>
internal interface IDeliveryStore
{
    /// <summary>Users with a mail that is due, was left Sending, or was not reported yet.</summary>
    Task<ImmutableArray<Guid>> ListDueUsersAsync(DateTimeOffset now, CancellationToken stop);

    /// <summary>When the user's next mail is due; null: none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(Guid userId, CancellationToken stop);

    /// <summary>The user's channel with its password.</summary>
    Task<ChannelAccess> ReadChannelAsync(Guid userId, CancellationToken stop);

    /// <summary>When the user's mails were handed over since a time, oldest first.</summary>
    Task<ImmutableArray<DateTimeOffset>> ListAttemptsAsync(Guid userId, DateTimeOffset since, CancellationToken stop);

    /// <summary>Mails whose try began before a time and never ended: their fate is open.</summary>
    Task CloseOpenAsync(Guid userId, DateTimeOffset begunBefore, CancellationToken stop);

    /// <summary>
    /// Takes the next due mail and writes down that it is being sent, before anything is. Null: none is due. A mail
    /// that cannot be sent at all, such as of a user without an address, is settled and passed over.
    /// </summary>
    Task<OutgoingMail?> ClaimAsync(Guid userId, DateTimeOffset now, CancellationToken stop);

    /// <summary>Writes what became of a try; nothing, when a later one has begun.</summary>
    Task SettleAsync(OutgoingMail mail, Delivered delivered, CancellationToken stop);

    /// <summary>What keeps one due mail of the user from leaving keeps the others too.</summary>
    Task HoldOthersAsync(Guid userId, DateTimeOffset now, Delivered delivered, CancellationToken stop);

    /// <summary>Sent since a time, and not reported to the e-mail log yet.</summary>
    Task<ImmutableArray<SentMail>> ListUnreportedAsync(
        Guid userId, DateTimeOffset sentSince, int max, CancellationToken stop);

    /// <summary>The e-mail log knows it as this.</summary>
    Task PutReportedAsync(Guid outgoingId, Guid emailId, CancellationToken stop);

    /// <summary>Removes mails that were deleted before a time, and files nobody names.</summary>
    Task PurgeAsync(Guid userId, DateTimeOffset deletedBefore, int max, CancellationToken stop);
}
