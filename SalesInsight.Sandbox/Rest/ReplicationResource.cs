using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Schema;
using SalesInsight.Sandbox.Org.Writing;

namespace SalesInsight.Sandbox.Rest;

/// <summary>updated and deleted (facts 2.4).</summary>
internal sealed class ReplicationResource(SandboxOrg org)
{
    internal RestResponse Updated(RestRequest request, ObjectSchema schema) =>
        Answer(request, schema, (start, end) =>
        {
            var outcome = org.Replication.Updated(request.Context, schema.Name, start, end);
            if (outcome.Error is { } error) return RestResponse.Refused(error);
            return RestResponse.Json(200, writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("ids");
                foreach (var id in outcome.Ids) writer.WriteStringValue(id);
                writer.WriteEndArray();
                writer.WriteString("latestDateCovered", RecordJson.Moment(outcome.LatestDateCovered));
                writer.WriteEndObject();
            });
        });

    internal RestResponse Deleted(RestRequest request, ObjectSchema schema) =>
        Answer(request, schema, (start, end) =>
        {
            var outcome = org.Replication.Deleted(request.Context, schema.Name, start, end);
            if (outcome.Error is { } error) return RestResponse.Refused(error);
            return RestResponse.Json(200, writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("deletedRecords");
                foreach (var (id, deletedDate) in outcome.Deleted)
                {
                    writer.WriteStartObject();
                    writer.WriteString("deletedDate", RecordJson.Moment(deletedDate));
                    writer.WriteString("id", id);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteString("earliestDateAvailable", RecordJson.Moment(outcome.EarliestDateAvailable));
                writer.WriteString("latestDateCovered", RecordJson.Moment(outcome.LatestDateCovered));
                writer.WriteEndObject();
            });
        });

    private static RestResponse Answer(
        RestRequest request, ObjectSchema schema, Func<DateTimeOffset, DateTimeOffset, RestResponse> answer)
    {
        if (!schema.Replicateable)
            return RestResponse.Refused(400, "INVALID_TYPE_FOR_OPERATION", $"{schema.Name} is not replicateable");
        var start = FieldValue.ReadMoment(request.QueryValue("start"));
        var end = FieldValue.ReadMoment(request.QueryValue("end"));
        if (start is null || end is null)
        {
            return RestResponse.Refused(SandboxErrors.InvalidReplicationDate(
                "start and end must be moments, for example 2015-08-19T08:17:00+00:00"));
        }

        return answer(start.Value, end.Value);
    }
}
