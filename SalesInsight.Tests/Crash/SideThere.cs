using System.Net;
using System.Text.Json;

namespace SalesInsight.Tests.Crash;

/// <summary>The Salesforce side, over its own REST interface.</summary>
internal sealed class SideThere(Rest rest)
{
    private const string Data = "services/data/v62.0";

    public async Task<string> CreateAsync(string subject, CancellationToken stop)
    {
        var (status, body) = await rest.CallAsync("POST", $"{Data}/sobjects/Task", new { Subject = subject }, stop);
        status.Should().Be(HttpStatusCode.Created);
        return body.GetProperty("id").GetString()!;
    }

    /// <summary>False when it is not there any more.</summary>
    public async Task<bool> EditAsync(string id, object fields, CancellationToken stop) =>
        (await rest.CallAsync("PATCH", $"{Data}/sobjects/Task/{id}", fields, stop)).Status == HttpStatusCode.NoContent;

    public async Task<bool> DeleteAsync(string id, CancellationToken stop) =>
        (await rest.CallAsync("DELETE", $"{Data}/sobjects/Task/{id}", null, stop)).Status == HttpStatusCode.NoContent;

    /// <summary>Everything alive there.</summary>
    public async Task<IReadOnlyList<SeenTask>> ListAsync(CancellationToken stop)
    {
        var soql = Uri.EscapeDataString("SELECT Id, Subject, Description, Status, ActivityDate FROM Task");
        List<SeenTask> seen = [];
        for (var next = $"{Data}/query?q={soql}"; next is not null;)
        {
            var (_, page) = await rest.CallAsync("GET", next, null, stop);
            seen.AddRange(page.GetProperty("records").EnumerateArray().Select(Seen));
            next = page.TryGetProperty("nextRecordsUrl", out var more) ? more.GetString()![1..] : null;
        }

        return seen;
    }

    private static SeenTask Seen(JsonElement record) => new(
        record.GetProperty("Id").GetString()!,
        record.GetProperty("Subject").GetString() ?? "",
        record.GetProperty("Description").GetString(),
        record.GetProperty("Status").GetString() == "Completed",
        SeenTask.Date(record.GetProperty("ActivityDate").GetString()));
}
