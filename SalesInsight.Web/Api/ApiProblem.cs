using Microsoft.AspNetCore.Http.HttpResults;

namespace SalesInsight.Web.Api;

/// <summary>
/// One way a call can fail. Code and status never change once released: scripts branch on them. The sentences are for
/// people and may.
/// </summary>
/// <param name="Code">Stable; also the end of the <c>type</c> of the problem+json body.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What happened, and what helps.</param>
internal sealed record ApiProblem(string Code, int Status, string Title)
{
    private const string TypePrefix = "urn:salesinsight:problem:";

    public static readonly ApiProblem TokenMissing =
        new("token-missing", 401, "Send an API token as 'Authorization: Bearer ...'. Make one under My Account.");

    public static readonly ApiProblem TokenInvalid =
        new("token-invalid", 401, "This token is unknown, expired or revoked, or its user may no longer sign in.");

    public static readonly ApiProblem ScopeMissing =
        new("scope-missing", 403, "This token lacks the scope that WWW-Authenticate names.");

    public static readonly ApiProblem TooManyRequests =
        new("too-many-requests", 429, "Too many calls in a short time. Wait as long as Retry-After says.");

    public static readonly ApiProblem UnknownCall =
        new("unknown-call", 404, "There is no such call. Check path and method against /openapi/v1.json.");

    public static readonly ApiProblem RequestMalformed =
        new("request-malformed", 400, "The request is not understood. Check its query and headers.");

    public static readonly ApiProblem QueryRefused =
        new("query-refused", 400, "A value in the query is not one of those the description lists.");

    public static readonly ApiProblem BodyNotJson =
        new("body-not-json", 400, "The body must be one JSON object in UTF-8, no property twice.");

    public static readonly ApiProblem BodyTooLarge =
        new("body-too-large", 413, "The body is larger than 1 MiB.");

    public static readonly ApiProblem MediaTypeNotJson =
        new("media-type-not-json", 415, "Send the body with 'Content-Type: application/json'.");

    public static readonly ApiProblem ValuesRefused =
        new("values-refused", 422, "Nothing was saved; 'errors' lists every field that was refused, and why.");

    public static readonly ApiProblem KeyMalformed =
        new("key-malformed", 400, "Idempotency-Key must be 1 to 200 visible characters.");

    public static readonly ApiProblem TaskNotFound =
        new("task-not-found", 404, "You have no task of this id. It may have been deleted.");

    public static readonly ApiProblem TaskGone =
        new("task-gone", 410, "The task that this Idempotency-Key made has been deleted since.");

    public static readonly ApiProblem VersionMissing =
        new("version-missing", 428, "Send the task's ETag as If-Match, or If-Match: * to change it whatever it is.");

    public static readonly ApiProblem VersionMalformed =
        new("version-malformed", 400, "If-Match must be * or ETags such as \"7\".");

    public static readonly ApiProblem VersionMoved =
        new("version-moved", 412, "The task was changed since; nothing was saved. Read it again and decide.");

    public static readonly ApiProblem SenderNotYours =
        new("sender-not-yours", 403, "A token reports email of its own user only: From must be your address here.");

    public static readonly ApiProblem SenderUnknown =
        new("sender-unknown", 403, "Nobody here sends from this address: From must be the address of an active user.");

    public static readonly ApiProblem MailUnreadable =
        new("mail-unreadable", 400, "This is no email: it needs a header with From, To and Message-ID.");

    public static readonly ApiProblem MailTooLarge =
        new("mail-too-large", 413, "The email is larger than 25 MiB. Report it as JSON, without its attachments.");

    public static readonly ApiProblem EmailNotFound =
        new("email-not-found", 404, "You have no email of this id.");

    public static readonly ApiProblem NotConnected =
        new("not-connected", 409, "You are not connected to Salesforce. Connect under My Account.");

    public static readonly ApiProblem ReconnectNeeded =
        new("reconnect-needed", 409, "Salesforce took back its permission. Reconnect under My Account.");

    public static readonly ApiProblem SyncOff =
        new("sync-off", 409, "Your task sync is off. Turn it on under Sync Settings.");

    public static readonly ApiProblem SyncPaused =
        new("sync-paused", 409, "Your task sync is paused. Resume it under Sync Settings.");

    public static readonly ApiProblem ServerError =
        new("server-error", 500, "Something failed on our side. Nothing is known to be saved: read before you repeat.");

    /// <summary>All of them, in the order docs/api.md lists them.</summary>
    public static IReadOnlyList<ApiProblem> All { get; } =
    [
        TokenMissing, TokenInvalid, ScopeMissing, TooManyRequests, UnknownCall, RequestMalformed, QueryRefused,
        BodyNotJson, BodyTooLarge, MediaTypeNotJson, ValuesRefused, KeyMalformed, TaskNotFound, TaskGone,
        VersionMissing, VersionMalformed, VersionMoved, SenderNotYours, SenderUnknown, MailUnreadable, MailTooLarge,
        EmailNotFound, NotConnected, ReconnectNeeded, SyncOff, SyncPaused, ServerError,
    ];

    public string Type => TypePrefix + Code;

    /// <summary>The problem+json answer.</summary>
    /// <param name="errors">What is wrong with each field; left out when empty.</param>
    public ProblemHttpResult Answer(IReadOnlyList<FieldProblem>? errors = null)
    {
        Dictionary<string, object?> more = new() { ["code"] = Code };
        if (errors is { Count: > 0 }) more["errors"] = errors;
        return TypedResults.Problem(title: Title, statusCode: Status, type: Type, extensions: more);
    }
}
