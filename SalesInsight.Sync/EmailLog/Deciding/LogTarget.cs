using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.EmailLog.Deciding;

/// <summary>A person a mail is logged to.</summary>
internal sealed record LogTarget(string PersonId, PersonKind Kind);
