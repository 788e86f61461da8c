using System.Diagnostics;
using SalesInsight.Sync.Runs.TaskList;
using ProblemCode = SalesInsight.Sync.Runs.TaskList.TaskSaveResult.ProblemCode;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>From what became of a task to what a script is told.</summary>
internal static class TaskAnswers
{
    public static IResult Ok(HttpResponse response, TaskView task)
    {
        response.Headers.ETag = TaskVersions.ETag(task.Version);
        return TypedResults.Ok(TaskAnswer.Of(task));
    }

    public static IResult Created(HttpResponse response, TaskView task)
    {
        response.Headers.ETag = TaskVersions.ETag(task.Version);
        return TypedResults.Created($"{ApiSetup.Base}/tasks/{task.Id}", TaskAnswer.Of(task));
    }

    /// <param name="response">For the ETag.</param>
    /// <param name="result">What became of the change.</param>
    /// <param name="saved">What is answered when it was saved.</param>
    /// <param name="gone">What is answered when the task is not there.</param>
    public static IResult Of(
        HttpResponse response,
        TaskSaveResult result,
        Func<HttpResponse, TaskView, IResult> saved,
        ApiProblem gone) => result switch
        {
            TaskSaveResult.Saved { Task: var task } => saved(response, task),
            TaskSaveResult.Gone => gone.Answer(),
            TaskSaveResult.Stale => ApiProblem.VersionMoved.Answer(),
            TaskSaveResult.Refused { Problems: var problems } =>
                ApiProblem.ValuesRefused.Answer([.. problems.Select(Say)]),
            _ => throw new UnreachableException(),
        };

    private static FieldProblem Say(TaskSaveResult.Problem problem) =>
        new(ApiNames.Of(problem.Field), ApiNames.Of(problem.Code), Detail(problem.Code));

    internal static string Detail(ProblemCode code) => code switch
    {
        ProblemCode.SubjectEmpty => "A task needs a subject, and not only blanks.",
        ProblemCode.SubjectTooLong => "At most 255 characters.",
        ProblemCode.DetailsTooLong => "At most 100,000 characters.",
        ProblemCode.DateOutOfRange => "Must lie between 1700-01-01 and 4000-12-31.",
        ProblemCode.IdMalformed => "Must be a Salesforce id of 15 or 18 characters, or null.",
        ProblemCode.ReadOnly => "This task is changed in Salesforce only.",
        _ => throw new UnreachableException(),
    };
}
