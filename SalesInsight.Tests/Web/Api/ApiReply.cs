using System.Net;
using System.Text.Json;

namespace SalesInsight.Tests.Web.Api;

/// <summary>What a call answered, read whole.</summary>
internal sealed record ApiReply(HttpStatusCode Status, HttpResponseMessage Message, JsonElement Body)
{
    /// <summary>The stable code of a problem; null for anything else.</summary>
    public string? Code => Message.Content.Headers.ContentType?.MediaType == "application/problem+json"
        ? Body.GetProperty("code").GetString()
        : null;

    public string ETag => Message.Headers.ETag!.ToString();

    public Guid Id => Body.GetProperty("id").GetGuid();

    public string? Text(string field) => Body.GetProperty(field).ToString();

    /// <summary>Field and code of every error listed, as <c>subject: subjectEmpty</c>.</summary>
    public IEnumerable<string> Errors => Body.GetProperty("errors").EnumerateArray()
        .Select(error => $"{error.GetProperty("field").GetString()}: {error.GetProperty("code").GetString()}");

    public string? Challenge => Message.Headers.WwwAuthenticate.SingleOrDefault()?.ToString();

    public static async Task<ApiReply> ReadAsync(HttpResponseMessage message, CancellationToken stop)
    {
        var bytes = await message.Content.ReadAsByteArrayAsync(stop);
        var isJson = message.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new ApiReply(message.StatusCode, message, isJson ? JsonDocument.Parse(bytes).RootElement : default);
    }
}
