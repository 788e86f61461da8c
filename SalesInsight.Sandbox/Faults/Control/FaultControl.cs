using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Faults.Control;

/// <summary><c>/_sandbox/faults</c>: plan, list and remove faults.</summary>
internal static class FaultControl
{
    internal static void MapFaultControl(this RouteGroupBuilder control)
    {
        control.MapGet("/faults", (FaultPlan plan) => plan.Planned.Select(held => new
        {
            id = held.Id,
            kind = held.Fault.GetType().Name,
            held.Fault.Scope,
            held.Fault.Times,
            held.Fault.Chance,
        }));
        control.MapPost("/faults", (FaultChange change, FaultPlan plan, SandboxOrg org) =>
            Results.Ok(new { id = plan.Add(change.ToFault(org)) }));
        control.MapDelete("/faults", (FaultPlan plan) => plan.Clear());
        control.MapDelete("/faults/{id:int}", (int id, FaultPlan plan) =>
            plan.Remove(id) ? Results.NoContent() : Results.NotFound());
    }

    /// <param name="Kind">error, html, throttled, empty, latency, sessionExpired, limitExceeded, loseReply, dropBefore,
    /// cutBody, gzipLie or oauthError.</param>
    /// <param name="Times">Calls it meets; 0 = until removed.</param>
    /// <param name="Chance">How likely it meets one, 0 to 1.</param>
    private sealed record FaultChange(
        string Kind, string? Method, string? Path, string? User, string? Code, string? Message,
        int Times = 1, int Status = 503, int Milliseconds = 0, double Chance = 1)
    {
        internal SandboxFault ToFault(SandboxOrg org)
        {
            var fault = Fault();
            var userId = User is null ? null : org.As(User).UserId;
            var scope = new FaultScope(Method, Path ?? fault.Scope.PathContains, userId);
            return fault with { Scope = scope, Times = Times, Chance = Chance };
        }

        private SandboxFault Fault() => Kind switch
        {
            "error" => SandboxFault.Error(Status, Code ?? "SERVER_UNAVAILABLE", Message ?? "Service unavailable"),
            "html" => SandboxFault.Html(Status),
            "empty" => new SandboxFault.Answer(Status, ""),
            "latency" => new SandboxFault.Latency(TimeSpan.FromMilliseconds(Milliseconds)),
            "sessionExpired" => SandboxFault.SessionExpired(),
            "limitExceeded" => SandboxFault.LimitExceeded(),
            "loseReply" => new SandboxFault.LoseReply(),
            "cutBody" => new SandboxFault.CutBody(),
            "throttled" => SandboxFault.Throttled(),
            "dropBefore" => new SandboxFault.DropBefore(),
            "gzipLie" => new SandboxFault.GzipLie(),
            "oauthError" => SandboxFault.OAuthError(
                Status == 503 ? 400 : Status, Code ?? "invalid_grant", Message ?? "expired access/refresh token"),
            _ => throw new ArgumentException($"Unknown fault kind {Kind}"),
        };
    }
}
