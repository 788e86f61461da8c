using System.Net;
using System.Net.Sockets;

namespace SalesInsight.Sandbox.Smtp;

/// <summary>
/// A mail server on loopback that takes every mail and delivers none but those for Email to Salesforce: nothing leaves
/// this computer.
/// </summary>
internal sealed class SmtpListener(SandboxOptions options, EmailToSalesforce inbox) : IHostedService
{
    private readonly TcpListener listener = new(IPAddress.Loopback, options.SmtpPort ?? 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim room = new(SmtpLimits.SessionsMax);
    private Task listening = Task.CompletedTask;

    /// <summary>Null while nobody asked for one.</summary>
    public int? Port { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.SmtpPort is null) return Task.CompletedTask;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listening = ListenAsync(stopping.Token);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        listener.Stop();
        await listening;
        listener.Dispose();
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync(stop), stop);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // asked to stop: that is how a listener ends
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        using var _ = client;
        var mayEnter = await room.WaitAsync(TimeSpan.Zero, stop);
        try
        {
            using var limit = new CancellationTokenSource(SmtpLimits.SessionMax, options.TimeProvider);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            await using var stream = client.GetStream();
            if (mayEnter) await new SmtpSession(stream, inbox.Take).RunAsync(ends.Token);
            else await new SmtpLines(stream).SayAsync("421 too many clients", ends.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException
            or InvalidDataException)
        {
            // the client is gone, or went beyond a bound: there is nobody to tell
        }
        finally
        {
            if (mayEnter) room.Release();
        }
    }
}
