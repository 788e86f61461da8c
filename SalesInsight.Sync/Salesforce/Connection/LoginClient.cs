using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.Salesforce.Faults;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// Talks to a login host: trades codes, refreshes, revokes, asks who granted. The caller has checked the host. Nothing
/// is repeated: a code and a rotated refresh token are good for one use.
/// </summary>
internal sealed class LoginClient(SalesforceHttp http, IOptions<SalesforceOptions> options)
{
    private readonly SalesforceOptions options = options.Value;

    public Task<TokenReply> TradeCodeAsync(
        Uri loginHost, string code, string verifier, Uri redirectUri, CancellationToken ct) =>
        AskAsync(
            loginHost,
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["code_verifier"] = verifier,
                ["redirect_uri"] = redirectUri.OriginalString,
            },
            ct);

    public Task<TokenReply> RefreshAsync(Uri loginHost, string refreshToken, CancellationToken ct) =>
        AskAsync(
            loginHost,
            new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken },
            ct);

    /// <summary>True when Salesforce took it; a token that is dead already is as good as revoked.</summary>
    public async Task<bool> RevokeAsync(Uri loginHost, string token, CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["token"] = token };
        using var request = Post(loginHost, "/services/oauth2/revoke", form);
        return await http.SendAsync(request, options.TokenTimeout, ct) is Reply.Answered { Status: < 500 };
    }

    /// <summary>Who granted; null when the answer is not an identity.</summary>
    public async Task<IdentityAnswer?> ReadIdentityAsync(Uri identityUrl, string accessToken, CancellationToken ct)
    {
        var reply = await http.ReadAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, identityUrl);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
                request.Headers.Accept.ParseAdd("application/json");
                return request;
            },
            ct);
        return reply is Reply.Answered { IsSuccess: true } answer
            ? WireJson.Read(answer.Body, WireJson.Default.IdentityAnswer)
            : null;
    }

    private async Task<TokenReply> AskAsync(Uri loginHost, Dictionary<string, string> form, CancellationToken ct)
    {
        form["client_id"] = options.ClientId;
        if (options.ClientSecret.Length > 0) form["client_secret"] = options.ClientSecret;
        using var request = Post(loginHost, "/services/oauth2/token", form);
        return await http.SendAsync(request, options.TokenTimeout, ct) switch
        {
            Reply.Answered answer => Read(answer),
            Reply.NotSent => Refuse(new FaultEvidence.Transport(TransportFailure.NoConnection)),
            Reply.Lost lost => Refuse(new FaultEvidence.Transport(lost.Failure)),
            _ => throw new UnreachableException(),
        };
    }

    private static HttpRequestMessage Post(Uri host, string path, Dictionary<string, string> form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, path))
        {
            Content = new FormUrlEncodedContent(form),
        };
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    private static TokenReply Read(Reply.Answered answer)
    {
        if (answer.IsSuccess)
        {
            var token = WireJson.Read(answer.Body, WireJson.Default.TokenAnswer);
            return string.IsNullOrEmpty(token?.AccessToken)
                ? Refuse(new FaultEvidence.Transport(TransportFailure.Garbage))
                : new TokenReply.Granted(token);
        }

        var error = WireJson.Read(answer.Body, WireJson.Default.TokenError);
        return Refuse(new FaultEvidence.Login(answer.Status, error?.Error, error?.Description, answer.RetryAfter));
    }

    private static TokenReply.Refused Refuse(FaultEvidence evidence) => new(FaultClassifier.Classify(evidence));
}
