using SalesInsight.Sync.EmailDelivery;

namespace SalesInsight.Web.Emails.Folders;

/// <summary>A wish about one mail of a list.</summary>
public sealed record EmailCommand(EmailVerb Verb, EmailFolder.Row Item);
