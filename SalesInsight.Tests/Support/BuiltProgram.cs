using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Support;

/// <summary>One of our programs, as it was built beside these tests, in a process of its own.</summary>
internal static class BuiltProgram
{
    /// <param name="project">Its project, for example <c>SalesInsight.Sandbox</c>.</param>
    /// <param name="arguments">As on the command line.</param>
    public static ProcessStartInfo Command(string project, params string[] arguments)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(SourceTree.Root, project, "bin", output.Parent!.Name, output.Name, $"{project}.dll");
        return new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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
