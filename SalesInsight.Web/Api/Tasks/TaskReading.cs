using System.Security.Claims;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>The calls that read tasks.</summary>
internal static class TaskReading
{
    public const int TakeMax = 200;
    private const int TakeDefault = 50;

    public static async Task<IResult> ListAsync(
        ClaimsPrincipal person,
        IReminderTasks tasks,
        PersonClock clock,
        CancellationToken stop,
        string? filter = null,
        string? search = null,
        int skip = 0,
        int take = TakeDefault)
    {
        var wanted = Enum.GetValues<TaskFilter>().Cast<TaskFilter?>()
            .FirstOrDefault(one => ApiNames.Of(one!.Value) == (filter ?? ApiNames.Of(TaskFilter.Open)));
        if (wanted is not { } known || skip < 0 || take is < 1 or > TakeMax) return ApiProblem.QueryRefused.Answer();

        var today = (await clock.ReadAsync(new Actor(person.PersonId, IsAdmin: false), stop)).Today;
        var page = await tasks.ListAsync(person.PersonId, known, search, today, skip, take, stop);
        return TypedResults.Ok(
            new TaskListAnswer([.. page.Tasks.Select(TaskAnswer.Of)], page.Total, skip, take));
    }

    public static async Task<IResult> GetAsync(
        Guid id, ClaimsPrincipal person, HttpResponse response, IReminderTasks tasks, CancellationToken stop) =>
        await tasks.FindAsync(person.PersonId, id, stop) is { } task
            ? TaskAnswers.Ok(response, task)
            : ApiProblem.TaskNotFound.Answer();
}
