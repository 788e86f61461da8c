using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog;

namespace SalesInsight.Sync.EmailDelivery.Running;

/// <summary>A sent mail as it is reported to the e-mail log.</summary>
/// <param name="OutgoingId">Ours.</param>
/// <param name="Report">What is reported.</param>
/// <param name="Refused">Addresses it came back for at once.</param>
internal sealed record SentMail(Guid OutgoingId, EmailInput Report, ImmutableArray<string> Refused);
