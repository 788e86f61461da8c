using SalesInsight.Sandbox;

namespace SalesInsight.Web.Demo;

/// <summary>The Salesforce side of the demo, in this process.</summary>
internal sealed class DemoSalesforce(IConfiguration configuration, DemoMode mode, TimeProvider time) : IAsyncDisposable
{
    public const string ClientId = "salesinsight";
    public const string ClientSecret = "salesinsight-secret";
    public const string Password = "sandbox1";
    private const string DefaultUrl = "http://localhost:5081";

    /// <summary>Null until it was started, and without a demo.</summary>
    public SandboxServer? Server { get; private set; }

    /// <summary>Starts it at <c>Demo:SandboxUrl</c>; port 0 takes a free one.</summary>
    public async Task StartAsync()
    {
        var url = configuration["Demo:SandboxUrl"] is { Length: > 0 } set ? set : DefaultUrl;
        if (!DemoSwitch.IsLoopback(url))
            throw new InvalidOperationException($"Demo:SandboxUrl must be loopback, such as {DefaultUrl}.");
        Server = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = time, EmailFields = true }, url);
        mode.SandboxUrl = Server.Url;
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
    }
}
