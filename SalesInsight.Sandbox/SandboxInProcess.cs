using Microsoft.AspNetCore.Http.Features;
using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.OAuth;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;

namespace SalesInsight.Sandbox;

/// <summary>
/// A sandbox without a web server: the same rooms, called on the caller's own thread. Nothing in it waits but planned
/// latency, which waits on the options' clock. For simulations that must repeat exactly.
/// </summary>
public sealed class SandboxInProcess : IDisposable
{
    private readonly ServiceProvider services;
    private readonly RestService rest;
    private readonly FaultMiddleware entrance;

    public SandboxInProcess(SandboxOptions options)
    {
        Org = new SandboxOrg(options);
        services = Build(Org, Faults, options);
        Calls = services.GetRequiredService<CallCounter>();
        Usage = services.GetRequiredService<ApiUsage>();
        OAuth = services.GetRequiredService<OAuthOptions>();
        rest = services.GetRequiredService<RestService>();
        entrance = new FaultMiddleware(Org, Faults, Usage, RouteAsync);
    }

    public SandboxOrg Org { get; }

    /// <summary>What goes wrong on purpose.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>What clients spent, counted as Salesforce counts.</summary>
    public CallCounter Calls { get; }

    /// <summary>The org's rolling allowance.</summary>
    public ApiUsage Usage { get; }

    /// <summary>What an admin could set on the connected apps.</summary>
    public OAuthOptions OAuth { get; }

    /// <summary>What consent would give: a grant of the app, with its first session.</summary>
    public (string AccessToken, string RefreshToken) Consent(string userId, string clientId = "salesinsight")
    {
        var client = services.GetRequiredService<OAuthClients>().Find(clientId)
            ?? throw new ArgumentException($"No app {clientId}", nameof(clientId));
        var issued = services.GetRequiredService<GrantStore>().Open(client, userId, client.Scopes);
        return (issued.Session.AccessToken, issued.RefreshToken!);
    }

    /// <summary>
    /// One exchange. Throws <see cref="HttpRequestException"/> when a fault broke the connection, as a client sees it.
    /// </summary>
    /// <param name="request">Its content is read, nothing else is changed.</param>
    /// <param name="cancel">The client hangs up; what the org is doing by then it does.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel = default)
    {
        var line = new Line(cancel);
        var context = await RequestOf(request, line, cancel);
        await entrance.InvokeAsync(context);
        await line.StartAsync();
        if (line.IsCut)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke in the answer");
        return AnswerOf(context, request);
    }

    public void Dispose() => services.Dispose();

    private static ServiceProvider Build(SandboxOrg org, FaultPlan faults, SandboxOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton(org);
        services.AddSingleton(faults);
        services.AddSandboxRest();
        services.AddSandboxOAuth();
        return services.BuildServiceProvider();
    }

    /// <summary>The two doors a client of the API has; pages for people are behind the web server only.</summary>
    private async Task RouteAsync(HttpContext context)
    {
        context.Response.Headers.Date = Org.Clock.UtcNow.ToString("R");
        if (context.Request.Path.StartsWithSegments("/services/data")) await rest.HandleAsync(context);
        else if (context.Request.Path == OAuthUrls.Token) await GrantAsync(context);
        else if (context.Request.Path == OAuthUrls.Revoke)
            await (await services.GetRequiredService<TokenServices>().RevokeAsync(context)).ExecuteAsync(context);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task GrantAsync(HttpContext context)
    {
        var request = await TokenRequest.ReadAsync(context.Request);
        var outcome = services.GetRequiredService<TokenEndpoint>().Decide(request);
        await TokenAnswers.Write(outcome, OAuthUrls.Base(context), Org.Id).ExecuteAsync(context);
    }

    private async Task<HttpContext> RequestOf(HttpRequestMessage request, Line line, CancellationToken cancel)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Features.Set<IHttpResponseFeature>(line);
        context.Features.Set<IHttpRequestLifetimeFeature>(line);
        context.Response.Body = new MemoryStream();
        var uri = request.RequestUri!;
        context.Request.Method = request.Method.Method;
        context.Request.Scheme = uri.Scheme;
        context.Request.Host = HostString.FromUriComponent(uri);
        context.Request.Path = PathString.FromUriComponent(uri);
        context.Request.QueryString = QueryString.FromUriComponent(uri);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = uri.PathAndQuery;
        foreach (var (name, values) in request.Headers) context.Request.Headers[name] = values.ToArray();
        if (request.Content is null) return context;
        foreach (var (name, values) in request.Content.Headers) context.Request.Headers[name] = values.ToArray();
        context.Request.Body = new MemoryStream(await request.Content.ReadAsByteArrayAsync(cancel));
        return context;
    }

    private static HttpResponseMessage AnswerOf(HttpContext context, HttpRequestMessage request)
    {
        var body = (MemoryStream)context.Response.Body;
        var answer = new HttpResponseMessage((System.Net.HttpStatusCode)context.Response.StatusCode)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(body.ToArray()),
        };
        foreach (var (name, values) in context.Response.Headers)
        {
            if (!answer.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                answer.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        return answer;
    }

    /// <summary>The connection a server would hold: tells when the answer starts, and may be cut.</summary>
    private sealed class Line(CancellationToken cancel) : HttpResponseFeature, IHttpRequestLifetimeFeature
    {
        private readonly List<(Func<object, Task> Callback, object State)> starting = [];

        public bool IsCut { get; private set; }

        public CancellationToken RequestAborted { get; set; } = cancel;

        public void Abort() => IsCut = true;

        public override void OnStarting(Func<object, Task> callback, object state) => starting.Add((callback, state));

        public async Task StartAsync()
        {
            foreach (var (callback, state) in starting) await callback(state);
        }
    }
}
