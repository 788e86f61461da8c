namespace SalesInsight.Web.Api.Tasks;

/// <summary>
/// Reads a body onto the task it is meant for: a field left out stays, null empties. Any bytes may come; whatever they
/// are is answered, all problems at once. Whether the values suit a task is judged where tasks are saved.
/// </summary>
internal static class TaskBody
{
    /// <summary>Bytes.</summary>
    public const int LengthMax = JsonBody.LengthMax;

    private static readonly Dictionary<string, Func<TaskValues, BodyField, TaskValues>> Fields =
        new(StringComparer.Ordinal)
        {
            ["subject"] = (task, field) => task with { Content = task.Content with { Subject = field.Text() } },
            ["status"] = (task, field) => task with { Content = task.Content with { Status = field.Choice(
                task.Content.Status) } },
            ["priority"] = (task, field) => task with { Content = task.Content with { Priority = field.Choice(
                task.Content.Priority) } },
            ["dueDate"] = (task, field) => task with { Content = task.Content with { DueDate = field.DateOrNull() } },
            ["details"] = (task, field) => task with { Content = task.Content with { Details = field.TextOrNull() } },
            ["personId"] = (task, field) => task with { Content = task.Content with { PersonId = field.TextOrNull() } },
            ["relatedId"] = (task, field) => task with { Content = task.Content with { RelatedId =
                field.TextOrNull() } },
            ["type"] = (task, field) => task with { Type = field.Choice(task.Type) },
        };

    /// <summary>Reads the request's body, at most <see cref="LengthMax"/> bytes of it.</summary>
    public static async Task<BodyReading> ReadAsync(HttpRequest request, TaskValues onto, CancellationToken stop)
    {
        var (json, problem) = await JsonBody.ReadAsync(request, stop);
        return problem is null ? Read(json, onto) : new BodyReading.Refused(problem);
    }

    /// <summary>Pure.</summary>
    public static BodyReading Read(ReadOnlyMemory<byte> json, TaskValues onto)
    {
        var (values, problem, errors) = JsonBody.Read(json, onto, Fields);
        return problem is null ? new BodyReading.Read(values) : new BodyReading.Refused(problem, errors);
    }
}
