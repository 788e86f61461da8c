using System.Diagnostics;
using SalesInsight.Tests.Support;

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
        var command = BuiltProgram.Command("SalesInsight.Sandbox", ["--urls", "http://127.0.0.1:0", .. settings]);
        _process = BuiltProgram.Prepare(command, Hear);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <param name="settings">As on the command line, for example <c>--Sandbox:Seed empty</c>.</param>
    public static async Task<SandboxProcess> StartAsync(params string[] settings)
    {
        var sandbox = new SandboxProcess(settings);
        try
        {
            BuiltProgram.Start(sandbox._process);
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

    public async ValueTask DisposeAsync() => await BuiltProgram.EndAsync(_process);

    // A free port asked for is told only where the program says what it took.
    private void Hear(string? line)
    {
        if (line is null)
            _listening.TrySetException(new InvalidOperationException("The sandbox ended before it listened."));
        else if (line.IndexOf(Announcement, StringComparison.Ordinal) is var at and >= 0)
            _listening.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
    }
}
