using System.Text.Json;
using System.Text.Unicode;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>
/// Reads a body onto the task it is meant for: a field left out stays, null empties. Any bytes may come; whatever they
/// are is answered, all problems at once. Whether the values suit a task is judged where tasks are saved.
/// </summary>
internal static class TaskBody
{
    /// <summary>Bytes. The longest details there may be, every character escaped, and room for the rest.</summary>
    public const int LengthMax = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

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
        if (!request.HasJsonContentType()) return new BodyReading.Refused(ApiProblem.MediaTypeNotJson);
        if (request.ContentLength > LengthMax) return new BodyReading.Refused(ApiProblem.BodyTooLarge);

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, stop) is > 0 and var count)
        {
            if (body.Length + count > LengthMax) return new BodyReading.Refused(ApiProblem.BodyTooLarge);
            body.Write(buffer, 0, count);
        }

        return Read(body.GetBuffer().AsMemory(0, (int)body.Length), onto);
    }

    /// <summary>Pure.</summary>
    public static BodyReading Read(ReadOnlyMemory<byte> json, TaskValues onto)
    {
        using var document = Parse(json);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root)
            return new BodyReading.Refused(ApiProblem.BodyNotJson);

        List<FieldProblem> problems = [];
        foreach (var property in root.EnumerateObject())
        {
            var field = new BodyField(property.Name, property.Value, problems);
            if (Fields.TryGetValue(property.Name, out var read)) onto = read(onto, field);
            else field.Refuse("unknownField", "There is no such field.");
        }

        return problems.Count == 0
            ? new BodyReading.Read(onto)
            : new BodyReading.Refused(ApiProblem.ValuesRefused, problems);
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span)) return null;
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // the second for names that are half a surrogate pair, which no text can hold
            return null;
        }
    }
}
