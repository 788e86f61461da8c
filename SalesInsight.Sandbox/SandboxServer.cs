using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Faults.Lab;
using SalesInsight.Sandbox.OAuth;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;
using SalesInsight.Sandbox.Screen;
using SalesInsight.Sandbox.Smtp;

namespace SalesInsight.Sandbox;

/// <summary>A running sandbox: one org behind a web server. Used by Program, by the demo and by tests.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private SandboxServer(WebApplication app)
    {
        this.app = app;
        Url = new Uri(app.Urls.First());
        Org = app.Services.GetRequiredService<SandboxOrg>();
        Faults = app.Services.GetRequiredService<FaultPlan>();
        Lab = app.Services.GetRequiredService<FaultLab>();
        Calls = app.Services.GetRequiredService<CallCounter>();
        Usage = app.Services.GetRequiredService<ApiUsage>();
        LongCalls = app.Services.GetRequiredService<LongCalls>();
        OAuth = app.Services.GetRequiredService<OAuthOptions>();
        SmtpPort = app.Services.GetRequiredService<SmtpListener>().Port;
    }

    /// <summary>Where it listens, for example http://127.0.0.1:43211/.</summary>
    public Uri Url { get; }

    /// <summary>Where it takes mails on loopback; null: it takes none.</summary>
    public int? SmtpPort { get; }

    public SandboxOrg Org { get; }

    /// <summary>What goes wrong on purpose.</summary>
    public FaultPlan Faults { get; }

    /// <summary>The same by name, for people to switch.</summary>
    public FaultLab Lab { get; }

    /// <summary>What clients spent, counted as Salesforce counts.</summary>
    public CallCounter Calls { get; }

    /// <summary>The org's rolling allowance; tests set it near its end.</summary>
    public ApiUsage Usage { get; }

    /// <summary>Calls of 20 seconds and more, which keep others out.</summary>
    public LongCalls LongCalls { get; }

    /// <summary>What an admin could set on the connected apps; changes are in force at once.</summary>
    public OAuthOptions OAuth { get; }

    /// <summary>Starts a sandbox; port 0 takes a free one.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, string url = "http://127.0.0.1:0")
    {
        var app = Build(options, ["--urls", url], quiet: true);
        await app.StartAsync();
        return new SandboxServer(app);
    }

    /// <summary>The web application, not started.</summary>
    public static WebApplication Build(SandboxOptions options, string[] args, bool quiet = false)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        if (quiet) builder.Logging.ClearProviders();
        builder.AddSandbox(options);
        var app = builder.Build();
        app.UseSandboxClock();
        app.UseLongCalls();
        app.UseSandboxFaults();
        app.MapSandboxRest();
        app.MapSandboxOAuth();
        app.MapSandboxScreen();
        app.MapSandboxControl();
        return app;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
