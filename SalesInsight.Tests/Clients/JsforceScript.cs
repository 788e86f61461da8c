using System.Diagnostics;
using System.Text.Json;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Clients;

/// <summary>One script of jsforce in a Node process of its own.</summary>
internal static class JsforceScript
{
    private const string Missing = "jsforce is not installed: ./test.sh installs it, or `npm ci` in this folder: ";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private static readonly string Folder = Path.Combine(SourceTree.Root, "SalesInsight.Tests", "Clients", "jsforce");

    // jsforce sends what it can through a proxy it finds here, loopback too.
    private static readonly string[] ProxyVariables = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"];

    /// <summary>Every claim the script makes, in the order it makes them.</summary>
    /// <exception cref="InvalidOperationException">The script broke off, or jsforce is not installed.</exception>
    public static async Task<IReadOnlyList<ClaimLine>> RunAsync(string script, string sandboxUrl)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "jsforce")))
            throw new InvalidOperationException(Missing + Folder);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var node = Process.Start(Command(script, sandboxUrl))!;
        try
        {
            var printed = node.StandardOutput.ReadToEndAsync(limit.Token);
            var complained = node.StandardError.ReadToEndAsync(limit.Token);
            await node.WaitForExitAsync(limit.Token);
            if (node.ExitCode != 0)
                throw new InvalidOperationException($"{script} broke off:\n{await printed}\n{await complained}");
            return [.. (await printed).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        }
        finally
        {
            if (!node.HasExited) node.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Command(string script, string sandboxUrl)
    {
        var command = new ProcessStartInfo("node", [script, sandboxUrl])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var variable in ProxyVariables) command.Environment.Remove(variable);
        return command;
    }

    private static ClaimLine Read(string line) =>
        JsonSerializer.Deserialize<ClaimLine>(line, JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException($"not a claim: {line}");
}
