using System.Diagnostics;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Clients;

/// <summary>The built sandbox program in a process of its own, on a port nobody else has.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private SandboxProcess(string[] settings)
    {
        _process = new Process { StartInfo = Command(settings) };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <param name="settings">As on the command line, for example <c>--Sandbox:Seed empty</c>.</param>
    public static async Task<SandboxProcess> StartAsync(params string[] settings)
    {
        var sandbox = new SandboxProcess(settings);
        try
        {
            sandbox._process.Start();
            sandbox._process.BeginOutputReadLine();
            sandbox._process.BeginErrorReadLine();
            var url = await sandbox._listening.Task.WaitAsync(StartLimit, TestContext.Current.CancellationToken);
            sandbox.Url = url.GetLeftPart(UriPartial.Authority);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
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
    }

    private static ProcessStartInfo Command(string[] settings)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(
            SourceTree.Root, "SalesInsight.Sandbox", "bin", output.Parent!.Name, output.Name,
            "SalesInsight.Sandbox.dll");
        return new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    // A free port asked for is told only where the program says what it took.
    private void Hear(string? line)
    {
        if (line is null)
            _listening.TrySetException(new InvalidOperationException("The sandbox ended before it listened."));
        else if (line.IndexOf(Announcement, StringComparison.Ordinal) is var at and >= 0)
            _listening.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
    }
}
