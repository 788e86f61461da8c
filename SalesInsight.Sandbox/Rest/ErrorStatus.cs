namespace SalesInsight.Sandbox.Rest;

/// <summary>HTTP status of a code when it is about the whole request (facts 3.2).</summary>
internal static class ErrorStatus
{
    internal static int Of(string code) => code switch
    {
        "INVALID_SESSION_ID" or "INVALID_AUTH_HEADER" => 401,
        "REQUEST_LIMIT_EXCEEDED" or "API_DISABLED_FOR_ORG" or "API_CURRENTLY_DISABLED" => 403,
        "INSUFFICIENT_ACCESS_OR_READONLY" or "INSUFFICIENT_ACCESS" => 403,
        "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY" => 403,
        "ENTITY_IS_DELETED" or "NOT_FOUND" => 404,
        "METHOD_NOT_ALLOWED" => 405,
        "UNSUPPORTED_MEDIA_TYPE" => 415,
        "UNKNOWN_EXCEPTION" => 500,
        "SERVER_UNAVAILABLE" => 503,
        _ => 400,
    };

    /// <summary>The answer with the status this org gives to the codes whose status nobody could verify.</summary>
    internal static RestResponse AsAssumed(RestResponse answer, SandboxOptions options) => answer.ErrorCode switch
    {
        "UNABLE_TO_LOCK_ROW" => answer with { Status = options.RowLockedStatus },
        "DUPLICATE_VALUE" => answer with { Status = options.DuplicateValueStatus },
        "INVALID_CROSS_REFERENCE_KEY" => answer with { Status = options.CrossReferenceStatus },
        _ => answer,
    };
}
