using System.Text.Json;

namespace SalesInsight.Sandbox.Faults;

/// <summary>One thing that goes wrong. Control calls under <c>/_sandbox</c> are never met.</summary>
public abstract record SandboxFault
{
    private SandboxFault()
    {
    }

    public FaultScope Scope { get; init; } = new();

    /// <value>How many calls it meets; 0 = every one until it is removed. Default 1.</value>
    public int Times { get; init; } = 1;

    /// <value>How likely it meets a call it could meet, 0 to 1; a call spared does not use it up. Default 1.</value>
    public double Chance { get; init; } = 1;

    /// <summary>Answers instead of Salesforce; nothing is done.</summary>
    public sealed record Answer(int Status, string Body, string ContentType = "application/json;charset=UTF-8")
        : SandboxFault;

    /// <summary>The call takes longer.</summary>
    public sealed record Latency(TimeSpan By) : SandboxFault;

    /// <summary>The connection breaks before anything is done.</summary>
    public sealed record DropBefore : SandboxFault;

    /// <summary>The work is done and committed, then the connection breaks: the caller cannot know.</summary>
    public sealed record LoseReply : SandboxFault;

    /// <summary>The work is done, and the connection breaks when half of the answer's body has left.</summary>
    public sealed record CutBody : SandboxFault;

    /// <summary>The answer claims gzip and is not (facts 2.1).</summary>
    public sealed record GzipLie : SandboxFault;

    /// <summary>An error as Salesforce words it, for example 503 SERVER_UNAVAILABLE.</summary>
    public static Answer Error(int status, string code, string message) =>
        new(status, JsonSerializer.Serialize(new[] { new { message, errorCode = code } }));

    /// <summary>A session that died; the token itself lives on.</summary>
    public static Answer SessionExpired() => Error(401, "INVALID_SESSION_ID", "Session expired or invalid");

    public static Answer LimitExceeded() => Error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");

    /// <summary>A page of the edge or of maintenance where JSON was expected (facts 8, 33).</summary>
    public static Answer Html(int status = 503) =>
        new(status, "<html><head><title>Down for maintenance</title></head><body>Sorry</body></html>", "text/html");

    /// <summary>The edge in front of Salesforce turns the call away (facts 2.1).</summary>
    public static Answer Throttled() => Html(420);

    /// <summary>An error of the token endpoint.</summary>
    public static Answer OAuthError(int status, string error, string description) =>
        new(status, JsonSerializer.Serialize(new { error, error_description = description }))
        {
            Scope = new FaultScope(PathContains: "/services/oauth2/token"),
        };
}
