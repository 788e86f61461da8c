using System.Diagnostics;
using System.Runtime.InteropServices;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Crash;

/// <summary>One of our programs as a process that can be killed, stopped and continued, again and again at the same
/// address.</summary>
internal sealed class ServerProcess(
    string project, string readyPath, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment,
    string? publishedIn = null)
    : IAsyncDisposable
{
    private const int SigCont = 18, SigStop = 19;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(50);

    private readonly List<string> _log = [];
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(2) };
    private Process? _process;

    public Uri Url { get; } = new($"http://127.0.0.1:{BuiltProgram.FreePort()}/");

    /// <summary>What all its lives have printed.</summary>
    public string Log
    {
        get
        {
            lock (_log) return string.Join('\n', _log);
        }
    }

    public int Id => _process!.Id;

    public void Start()
    {
        _process = BuiltProgram.Prepare(Command(), Note);
        BuiltProgram.Start(_process);
    }

    public async Task BeReadyAsync(CancellationToken stop)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync(stop))
        {
            if (_process!.HasExited || TimeProvider.System.GetElapsedTime(started) > StartLimit)
                throw new InvalidOperationException($"{project} did not come up:\n{Log}");
            await Task.Delay(AskAgain, TimeProvider.System, stop);
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed by the process itself.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    public void Pause() => Signal(SigStop);

    public void Resume() => Signal(SigCont);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _client.Dispose();
    }

    private void Signal(int signal)
    {
        if (kill(_process!.Id, signal) != 0) throw new InvalidOperationException($"Signal {signal} was refused");
    }

    private async Task<bool> IsReadyAsync(CancellationToken stop)
    {
        try
        {
            return (await _client.GetAsync(new Uri(Url, readyPath), stop)).IsSuccessStatusCode;
        }
        catch (Exception refused) when (refused is HttpRequestException
            || refused is OperationCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private ProcessStartInfo Command()
    {
        string[] all = ["--urls", Url.ToString(), .. arguments];
        var command = publishedIn is null
            ? BuiltProgram.Command(project, all)
            : BuiltProgram.CommandIn(publishedIn, project, all);
        foreach (var (name, value) in environment) command.Environment[name] = value;
        return command;
    }

    private void Note(string? line)
    {
        lock (_log) _log.Add(line ?? "");
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int pid, int signal);
}
