using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Support;

/// <summary>One of our programs, as it was built beside these tests, in a process of its own.</summary>
internal static class BuiltProgram
{
    /// <summary>.../bin/CONFIGURATION/FRAMEWORK</summary>
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <param name="project">Its project, for example <c>SalesInsight.Sandbox</c>.</param>
    /// <param name="arguments">As on the command line.</param>
    public static ProcessStartInfo Command(string project, params string[] arguments) => CommandIn(
        Path.Combine(SourceTree.Root, project, "bin", Output.Parent!.Name, Output.Name), project, arguments);

    /// <param name="folder">Where the program lies, as built or as published.</param>
    public static ProcessStartInfo CommandIn(string folder, string project, params string[] arguments) =>
        new("dotnet", [Path.Combine(folder, $"{project}.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    /// <summary>Publishes what was built beside these tests, as an operator would get it.</summary>
    /// <returns>The folder; the caller's to delete.</returns>
    public static async Task<string> PublishAsync(string project, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("salesinsight-published-").FullName;
        List<string> said = [];
        var process = Prepare(
            new ProcessStartInfo("dotnet",
            [
                "publish", Path.Combine(SourceTree.Root, project), "--no-build", "-c", Output.Parent!.Name,
                "-o", folder, "-p:CompressionEnabled=false",
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            line => said.Add(line ?? ""));
        Start(process);
        await process.WaitForExitAsync(stop);
        var outcome = process.ExitCode;
        process.Dispose();
        return outcome == 0 ? folder : throw new InvalidOperationException(string.Join('\n', said));
    }

    /// <param name="command">What to run.</param>
    /// <param name="hear">Told each line it prints, and null when it prints no more.</param>
    public static Process Prepare(ProcessStartInfo command, Action<string?> hear)
    {
        var process = new Process { StartInfo = command };
        process.OutputDataReceived += (_, line) => hear(line.Data);
        process.ErrorDataReceived += (_, line) => hear(line.Data);
        return process;
    }

    public static void Start(Process process)
    {
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Kills it with all it started, and waits until it is gone.</summary>
    public static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    /// <summary>For programs that must be told each other's address before they start.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
