using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>A fresh session, and the refresh token to hand out with it: a grant's first, or a rotated one.</summary>
internal sealed record Issued(SandboxSession Session, string? RefreshToken);
