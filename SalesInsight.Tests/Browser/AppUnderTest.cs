using System.Diagnostics;
using SalesInsight.Tests.Support;

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
        Url = new Uri($"http://127.0.0.1:{BuiltProgram.FreePort()}/");
        SandboxUrl = new Uri($"http://127.0.0.1:{BuiltProgram.FreePort()}/");
        _process = BuiltProgram.Prepare(Command(), Note);
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
            BuiltProgram.Start(app._process);
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
        await BuiltProgram.EndAsync(_process);
        _folder.Delete(recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var command = BuiltProgram.Command("SalesInsight.Web");
        command.WorkingDirectory = _folder.FullName;
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        command.Environment["Urls"] = Url.ToString();
        command.Environment["Demo__SandboxUrl"] = SandboxUrl.ToString();
        command.Environment["Database__ConnectionString"] =
            $"Data Source={Path.Combine(_folder.FullName, "walk.db")}";
        return command;
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
}
