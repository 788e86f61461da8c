using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Mail;
using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>A mail with its text.</summary>
/// <param name="Marks">By <c>EmailAddress.Key</c>: what happened to it since.</param>
internal sealed record StoredEmail(EmailMessage Message, ImmutableDictionary<string, EmailMarks> Marks);
