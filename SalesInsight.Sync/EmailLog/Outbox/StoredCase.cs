using System.Collections.Immutable;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>A mail with what is known of its records.</summary>
/// <param name="User">The user's own address in it.</param>
/// <param name="ConnectionId">The user's current connection; null without one.</param>
/// <param name="IsConnected">It is alive.</param>
/// <param name="Names">By Salesforce id.</param>
/// <param name="UnnamedIds">Its records that were never asked for.</param>
internal sealed record StoredCase(
    EmailView View,
    EmailAddress User,
    Guid? ConnectionId,
    bool IsConnected,
    ImmutableDictionary<string, EmailCase.Name> Names,
    ImmutableArray<string> UnnamedIds);
