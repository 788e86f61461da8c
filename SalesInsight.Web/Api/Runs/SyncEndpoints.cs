using System.Security.Claims;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Web.Api.Tokens;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Api.Runs;

/// <summary>/api/v1/sync: how the sync stands, and a run now.</summary>
internal static class SyncEndpoints
{
    public static void MapSync(this IEndpointRouteBuilder api)
    {
        var sync = api.MapGroup("/sync").WithTags("Sync");
        sync.MapGet("", StatusAsync).Needs(ApiAccess.Read).WithName("getSync")
            .WithSummary("How your sync stands.").Produces<SyncAnswer>();
        sync.MapPost("/run", RunAsync).Needs(ApiAccess.Write).WithName("runSync")
            .WithSummary("Asks for a run, which starts within a second; read /sync to see how it went.")
            .Produces<SyncAnswer>(StatusCodes.Status202Accepted).Fails(ApiProblem.SyncOff);
    }

    private static async Task<IResult> StatusAsync(ClaimsPrincipal person, ISyncControl sync, CancellationToken stop) =>
        TypedResults.Ok(SyncAnswer.Of(await sync.StatusAsync(person.PersonId, stop)));

    private static async Task<IResult> RunAsync(ClaimsPrincipal person, ISyncControl sync, CancellationToken stop)
    {
        var status = await sync.StatusAsync(person.PersonId, stop);
        if (WhyNot(status) is { } problem) return problem.Answer();
        sync.Request(person.PersonId, RunReason.ByHand);
        return TypedResults.Accepted($"{ApiSetup.Base}/sync", SyncAnswer.Of(status));
    }

    internal static ApiProblem? WhyNot(SyncStatus status) => status switch
    {
        { IsConnected: false } => ApiProblem.NotConnected,
        { NeedsReconnect: true } => ApiProblem.ReconnectNeeded,
        { Mode: TaskSyncMode.Off } => ApiProblem.SyncOff,
        { IsPaused: true } => ApiProblem.SyncPaused,
        _ => null,
    };
}
