using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Browser;

/// <summary>
/// The built web app in a process of its own, as its user starts it, with the demo, a new database and ports nobody
/// else has.
/// </summary>
public sealed class AppUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(200);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("salesinsight-");
    private readonly List<string> _log = [];
    private readonly Process _process;

    private AppUnderTest()
    {
        Url = new Uri($"http://127.0.0.1:{FreePort()}/");
        SandboxUrl = new Uri($"http://127.0.0.1:{FreePort()}/");
        _process = new Process { StartInfo = Command() };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
    }

    public Uri Url { get; }

    public Uri SandboxUrl { get; }

    /// <summary>Everything the app has printed so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return string.Join('\n', _log);
        }
    }

    public static async Task<AppUnderTest> StartAsync(CancellationToken cancel)
    {
        var app = new AppUnderTest();
        try
        {
            app._process.Start();
            app._process.BeginOutputReadLine();
            app._process.BeginErrorReadLine();
            await app.AnswersAsync(cancel);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(
            SourceTree.Root, "SalesInsight.Web", "bin", output.Parent!.Name, output.Name, "SalesInsight.Web.dll");
        return new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Urls"] = Url.ToString(),
                ["Demo__SandboxUrl"] = SandboxUrl.ToString(),
                ["Database__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "walk.db")}",
            },
        };
    }

    private async Task AnswersAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(StartLimit);
        using var client = new HttpClient();
        while (!await IsReadyAsync(client, limit.Token))
        {
            if (_process.HasExited || limit.IsCancellationRequested)
                throw new InvalidOperationException($"The app did not come up within {StartLimit}:\n{Log}");
            await Task.Delay(AskAgain, TimeProvider.System, cancel);
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancel)
    {
        try
        {
            return (await client.GetAsync(new Uri(Url, "health/ready"), cancel)).IsSuccessStatusCode;
        }
        catch (Exception refused) when (refused is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Note(string? line)
    {
        lock (_log)
            _log.Add(line ?? "");
    }

    // Both addresses must be known before the app starts: each side is told where the other is.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
