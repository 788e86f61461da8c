using Microsoft.Net.Http.Headers;
using SalesInsight.Web.Api.Tokens;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>/api/v1/tasks: a user's own tasks.</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        MapReading(tasks);
        MapChanging(tasks);
        tasks.MapPost("/{id:guid}/complete", TaskWriting.CompleteAsync).Needs(ApiAccess.Write).WithName("completeTask")
            .WithSummary("Completes a task; one that is completed stays as it is.")
            .Produces<TaskAnswer>().Fails(ApiProblem.TaskNotFound, ApiProblem.VersionMoved, ApiProblem.ValuesRefused);
        tasks.MapPost("/{id:guid}/reopen", TaskWriting.ReopenAsync).Needs(ApiAccess.Write).WithName("reopenTask")
            .WithSummary("Reopens a task; one that is open stays as it is.")
            .Produces<TaskAnswer>().Fails(ApiProblem.TaskNotFound, ApiProblem.VersionMoved, ApiProblem.ValuesRefused);
        tasks.MapDelete("/{id:guid}", TaskWriting.DeleteAsync).Needs(ApiAccess.Write).WithName("deleteTask")
            .WithSummary("Deletes a task; Salesforce is told ten seconds later.")
            .Produces(StatusCodes.Status204NoContent).Fails(ApiProblem.TaskNotFound, ApiProblem.VersionMoved);
    }

    private static void MapReading(IEndpointRouteBuilder tasks)
    {
        tasks.MapGet("", TaskReading.ListAsync).Needs(ApiAccess.Read).WithName("listTasks")
            .WithSummary("Lists your tasks by due date.")
            .WithDescription("filter: open (default), overdue, later, noDate or completed, as of today in your time "
                + "zone. search looks in subject, person and details. skip from 0, take 1 to 200, default 50.")
            .Produces<TaskListAnswer>().Fails(ApiProblem.QueryRefused);
        tasks.MapGet("/{id:guid}", TaskReading.GetAsync).Needs(ApiAccess.Read).WithName("getTask")
            .WithSummary("One task; its ETag goes with a change.")
            .Produces<TaskAnswer>().Fails(ApiProblem.TaskNotFound);
    }

    private static void MapChanging(IEndpointRouteBuilder tasks)
    {
        tasks.MapPost("", TaskWriting.AddAsync).Needs(ApiAccess.Write).WithName("addTask")
            .WithSummary("Adds a task; only subject is required.")
            .WithDescription("With an Idempotency-Key of your own, 1 to 200 visible characters, the call may be "
                + "repeated: 200 and the task as it stands now, instead of 201 and another one.")
            .TakesTask((IdempotencyKey.Header, false))
            .Produces<TaskAnswer>(StatusCodes.Status201Created).Produces<TaskAnswer>()
            .Fails(ApiProblem.BodyNotJson, ApiProblem.TaskGone, ApiProblem.BodyTooLarge, ApiProblem.MediaTypeNotJson,
                ApiProblem.ValuesRefused);
        tasks.MapPatch("/{id:guid}", TaskWriting.ChangeAsync).Needs(ApiAccess.Write).WithName("changeTask")
            .WithSummary("Changes the fields that are sent; null empties one.")
            .WithDescription("If-Match is required: the ETag you read, or *. An edit made to other fields in the same "
                + "moment is kept beside yours.")
            .TakesTask((HeaderNames.IfMatch, true)).Produces<TaskAnswer>()
            .Fails(ApiProblem.BodyNotJson, ApiProblem.TaskNotFound, ApiProblem.VersionMoved, ApiProblem.BodyTooLarge,
                ApiProblem.MediaTypeNotJson, ApiProblem.ValuesRefused, ApiProblem.VersionMissing);
    }
}
