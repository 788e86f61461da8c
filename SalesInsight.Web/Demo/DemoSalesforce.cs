using System.Net;
using System.Net.Sockets;
using SalesInsight.Sandbox;

namespace SalesInsight.Web.Demo;

/// <summary>The Salesforce side of the demo, in this process.</summary>
internal sealed class DemoSalesforce(IConfiguration configuration, DemoMode mode, TimeProvider time) : IAsyncDisposable
{
    public const string ClientId = "salesinsight";
    public const string ClientSecret = "salesinsight-secret";
    public const string Password = "sandbox1";
    private const string DefaultUrl = "http://localhost:5081";
    private const int DefaultMailPort = 2525;

    /// <summary>Null until it was started, and without a demo.</summary>
    public SandboxServer? Server { get; private set; }

    /// <summary>Starts it at <c>Demo:SandboxUrl</c>; port 0 takes a free one.</summary>
    public async Task StartAsync()
    {
        var url = configuration["Demo:SandboxUrl"] is { Length: > 0 } set ? set : DefaultUrl;
        if (!DemoSwitch.IsLoopback(url))
            throw DemoSwitch.Refused($"Demo:SandboxUrl must be loopback, such as {DefaultUrl}.");
        // a sandbox on a port of its own choice has a mail server on one too
        var options = new SandboxOptions
        {
            TimeProvider = time, EmailFields = true, SmtpPort = new Uri(url).Port == 0 ? 0 : MailPort(),
        };
        Server = await SandboxServer.StartAsync(options, url);
        mode.SandboxUrl = Server.Url;
    }

    /// <summary><c>Demo:SmtpPort</c>, 2525 by default; a free one when that is taken.</summary>
    private int MailPort()
    {
        var asked = configuration.GetValue("Demo:SmtpPort", DefaultMailPort);
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, asked);
            probe.Start();
            return asked;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
    }
}
