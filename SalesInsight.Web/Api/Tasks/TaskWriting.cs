using System.Security.Claims;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>The calls that change tasks. Each may be repeated after its reply was lost.</summary>
internal static class TaskWriting
{
    private const int TriesMax = 3;

    public static async Task<IResult> AddAsync(
        HttpContext call, ClaimsPrincipal person, IReminderTasks tasks, CancellationToken stop)
    {
        if (!IdempotencyKey.TryRead(call.Request, person.PersonId, out var id)) return ApiProblem.KeyMalformed.Answer();
        var body = await TaskBody.ReadAsync(call.Request, TaskValues.New, stop);
        if (body is not BodyReading.Read { Values: var values }) return Refuse(body);
        if (id is { } known && await tasks.FindAsync(person.PersonId, known, stop) is { } before)
            return TaskAnswers.Ok(call.Response, before);

        var result = await tasks.AddAsync(person.PersonId, values.Content, values.Type, stop, id);
        return TaskAnswers.Of(call.Response, result, TaskAnswers.Created, ApiProblem.TaskGone);
    }

    public static async Task<IResult> ChangeAsync(
        Guid id, HttpContext call, ClaimsPrincipal person, IReminderTasks tasks, CancellationToken stop)
    {
        call.Request.EnableBuffering(TaskBody.LengthMax);
        for (var tried = 1; ; tried++)
        {
            call.Request.Body.Position = 0;
            if (await tasks.FindAsync(person.PersonId, id, stop) is not { } seen)
                return ApiProblem.TaskNotFound.Answer();
            if (TaskVersions.Check(call.Request, seen.Version, isRequired: true) is { } problem)
                return problem.Answer();
            var body = await TaskBody.ReadAsync(call.Request, new TaskValues(seen.Content, seen.Type), stop);
            if (body is not BodyReading.Read { Values: var values }) return Refuse(body);

            var result = await tasks.EditAsync(person.PersonId, seen, values.Content, values.Type, stop);
            // who takes any version is not told of one that came while the body was read
            if (result is TaskSaveResult.Stale && tried < TriesMax && TaskVersions.TakesAny(call.Request)) continue;
            return TaskAnswers.Of(call.Response, result, TaskAnswers.Ok, ApiProblem.TaskNotFound);
        }
    }

    public static Task<IResult> CompleteAsync(
        Guid id, HttpContext call, ClaimsPrincipal person, IReminderTasks tasks, CancellationToken stop) =>
        SetStatusAsync(id, ReminderStatus.Completed, call, person.PersonId, tasks, stop);

    public static Task<IResult> ReopenAsync(
        Guid id, HttpContext call, ClaimsPrincipal person, IReminderTasks tasks, CancellationToken stop) =>
        SetStatusAsync(id, ReminderStatus.Open, call, person.PersonId, tasks, stop);

    public static async Task<IResult> DeleteAsync(
        Guid id, HttpContext call, ClaimsPrincipal person, IReminderTasks tasks, CancellationToken stop)
    {
        if (await tasks.FindAsync(person.PersonId, id, stop) is not { } seen) return ApiProblem.TaskNotFound.Answer();
        if (TaskVersions.Check(call.Request, seen.Version, isRequired: false) is { } problem) return problem.Answer();

        var result = await tasks.DeleteAsync(person.PersonId, id, stop);
        return TaskAnswers.Of(
            call.Response, result, (_, _) => TypedResults.NoContent(), ApiProblem.TaskNotFound);
    }

    private static async Task<IResult> SetStatusAsync(
        Guid id, ReminderStatus status, HttpContext call, Guid userId, IReminderTasks tasks, CancellationToken stop)
    {
        if (await tasks.FindAsync(userId, id, stop) is not { } seen) return ApiProblem.TaskNotFound.Answer();
        if (TaskVersions.Check(call.Request, seen.Version, isRequired: false) is { } problem) return problem.Answer();
        // a repetition is no edit: it must not win over what Salesforce did meanwhile
        if (seen.Content.Status == status) return TaskAnswers.Ok(call.Response, seen);

        var result = await tasks.SetStatusAsync(userId, id, status, stop);
        return TaskAnswers.Of(call.Response, result, TaskAnswers.Ok, ApiProblem.TaskNotFound);
    }

    private static IResult Refuse(BodyReading body)
    {
        var refused = (BodyReading.Refused)body;
        return refused.Problem.Answer(refused.Errors);
    }
}
