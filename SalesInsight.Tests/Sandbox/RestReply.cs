using System.Net;
using System.Text.Json;

namespace SalesInsight.Tests.Sandbox;

/// <summary>What came back, headers of the body among the others.</summary>
internal sealed record RestReply(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    internal JsonElement Json => JsonDocument.Parse(Text).RootElement;

    internal string ErrorCode => Json[0].GetProperty("errorCode").GetString()!;

    internal string Message => Json[0].GetProperty("message").GetString()!;

    internal IEnumerable<string> Column(string field) =>
        Json.GetProperty("records").EnumerateArray().Select(record => record.GetProperty(field).ToString());
}
