namespace SalesInsight.Sandbox.Rest;

/// <summary>limits: the org's allowance and what is left of it (facts 7).</summary>
internal sealed class LimitsResource(ApiUsage usage)
{
    internal RestResponse Limits(RestRequest request) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("DailyApiRequests");
        writer.WriteNumber("Max", usage.Max);
        writer.WriteNumber("Remaining", usage.Remaining);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });
}
