using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Deciding;

/// <summary>What the rule needs to know of a mail.</summary>
/// <param name="User">The address of the user it is logged for: its sender, or who received the reply.</param>
/// <param name="IsReply">It answers another mail, in either direction.</param>
internal sealed record MailTraits(EmailAddress User, bool IsReply);
