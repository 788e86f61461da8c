using Microsoft.Net.Http.Headers;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>A task's version as ETag and If-Match (RFC 9110, 8.8.3 and 13.1.1).</summary>
internal static class TaskVersions
{
    public static string ETag(long version) => $"\"{version}\"";

    /// <summary>The caller wants the change whatever stands.</summary>
    public static bool TakesAny(HttpRequest request) =>
        request.Headers.IfMatch is [{ } sent] && sent.Trim() == EntityTagHeaderValue.Any.ToString();

    /// <summary>Why a change of a task at this version is not made; null when it may be.</summary>
    public static ApiProblem? Check(HttpRequest request, long version, bool isRequired)
    {
        if (!request.Headers.TryGetValue(HeaderNames.IfMatch, out var sent))
            return isRequired ? ApiProblem.VersionMissing : null;
        if (!EntityTagHeaderValue.TryParseStrictList(sent, out var tags)) return ApiProblem.VersionMalformed;

        var current = new EntityTagHeaderValue(ETag(version));
        return tags.Any(tag => tag == EntityTagHeaderValue.Any || tag.Compare(current, useStrongComparison: true))
            ? null
            : ApiProblem.VersionMoved;
    }
}
