using System.Globalization;
using System.Net;
using System.Text.Json;

namespace SalesInsight.Tests.Crash;

/// <summary>SalesInsight, over its API.</summary>
internal sealed class SideHere(Rest rest)
{
    private const string Tasks = "api/v1/tasks";
    private const int PageSize = 200;

    /// <summary>The key is the task's name: repeated after a lost reply, it makes no second one.</summary>
    public async Task<Guid> CreateAsync(string name, CancellationToken stop)
    {
        var (status, body) = await rest.CallAsync(
            "POST", Tasks, new { subject = name }, stop, ("Idempotency-Key", name));
        status.Should().BeOneOf(HttpStatusCode.Created, HttpStatusCode.OK);
        return body.GetProperty("id").GetGuid();
    }

    /// <summary>False when it is not there any more.</summary>
    public Task<bool> EditAsync(Guid id, object fields, CancellationToken stop) =>
        DoneAsync("PATCH", $"{Tasks}/{id}", fields, stop, ("If-Match", "*"));

    public Task<bool> SetCompletedAsync(Guid id, bool to, CancellationToken stop) =>
        DoneAsync("POST", $"{Tasks}/{id}/{(to ? "complete" : "reopen")}", null, stop);

    /// <summary>Gone when this returns: a repetition finds nothing.</summary>
    public async Task DeleteAsync(Guid id, CancellationToken stop) =>
        (await rest.CallAsync("DELETE", $"{Tasks}/{id}", null, stop)).Status
            .Should().BeOneOf(HttpStatusCode.NoContent, HttpStatusCode.NotFound);

    public Task AskForRunAsync(CancellationToken stop) => rest.CallAsync("POST", "api/v1/sync/run", null, stop);

    public async Task<JsonElement> StatusAsync(CancellationToken stop) =>
        (await rest.CallAsync("GET", "api/v1/sync", null, stop)).Body;

    public async Task<IReadOnlyList<SeenTask>> ListAsync(CancellationToken stop)
    {
        List<SeenTask> seen = [];
        foreach (var filter in new[] { "open", "completed" })
            for (var (skip, total) = (0, 1); skip < total; skip += PageSize)
            {
                var (_, page) = await rest.CallAsync(
                    "GET", $"{Tasks}?filter={filter}&skip={skip}&take={PageSize}", null, stop);
                total = page.GetProperty("total").GetInt32();
                seen.AddRange(page.GetProperty("tasks").EnumerateArray().Select(Seen));
            }

        return seen;
    }

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<bool> DoneAsync(
        string method, string path, object? body, CancellationToken stop, params (string, string)[] headers)
    {
        var (status, _) = await rest.CallAsync(method, path, body, stop, headers);
        status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
        return status == HttpStatusCode.OK;
    }

    private static SeenTask Seen(JsonElement task) => new(
        task.GetProperty("id").GetString()!,
        task.GetProperty("subject").GetString()!,
        task.GetProperty("details").GetString(),
        task.GetProperty("status").GetString() == "completed",
        SeenTask.Date(task.GetProperty("dueDate").GetString()));
}
