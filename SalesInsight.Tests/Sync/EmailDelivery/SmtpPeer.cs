using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading.Channels;
using SalesInsight.Tests.House;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailDelivery;

/// <summary>
/// A mail server nobody here wrote: Debian's python3-aiosmtpd in a process of its own, with a certificate of its own
/// making; smtp_peer.py says what it does when.
/// </summary>
internal sealed class SmtpPeer : IAsyncDisposable
{
    // Debian's own Python, which knows Debian's packages; another one may come first in the path.
    private const string Python = "/usr/bin/python3";

    private static readonly string Script =
        Path.Combine(SourceTree.Root, "SalesInsight.Tests", "Sync", "EmailDelivery", "smtp_peer.py");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _complaints = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("salesinsight-peer-").FullName;
    private Process? _process;

    public int Port { get; private set; }

    /// <summary>Its certificate as an operator would trust it: a PEM file.</summary>
    public string CertificatePath => Path.Combine(_folder, "peer.pem");

    public static Task<SmtpPeer> StartAsync() => new SmtpPeer().StartedAsync("starttls");

    /// <summary>Without STARTTLS on offer.</summary>
    public static Task<SmtpPeer> StartPlainAsync() => new SmtpPeer().StartedAsync("plain");

    /// <summary>The next mail it was given, whether it took it or not.</summary>
    public async Task<Seen> NextAsync()
    {
        var begin = await NextLineAsync();
        var end = await NextLineAsync();
        return new Seen(
            begin.GetProperty("mail_from").GetString()!,
            begin.GetProperty("tls").GetBoolean(),
            begin.GetProperty("signed_in").GetBoolean(),
            [.. end.GetProperty("tos").EnumerateArray().Select(t => t.GetString()!)],
            end.GetProperty("data").GetString()!);
    }

    public bool SawNothingMore => !_lines.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await BuiltProgram.EndAsync(_process);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<SmtpPeer> StartedAsync(string mode)
    {
        var key = Path.Combine(_folder, "key.pem");
        WriteCertificate(key);
        var command = new ProcessStartInfo(Python, [Script, mode, CertificatePath, key])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        _process = BuiltProgram.Prepare(command, Hear);
        BuiltProgram.Start(_process);
        Port = (await NextLineAsync()).GetProperty("port").GetInt32();
        return this;
    }

    private void Hear(string? line)
    {
        if (line is null) _lines.Writer.TryComplete();
        else if (line.StartsWith('{')) _lines.Writer.TryWrite(line);
        else lock (_complaints) _complaints.Add(line);
    }

    private async Task<JsonElement> NextLineAsync()
    {
        try
        {
            var stop = TestContext.Current.CancellationToken;
            var line = await _lines.Reader.ReadAsync(stop).AsTask().WaitAsync(Patience, stop);
            return JsonDocument.Parse(line).RootElement;
        }
        catch (ChannelClosedException)
        {
            throw new InvalidOperationException(
                $"The mail server ended; ./test.sh installs python3-aiosmtpd.\n{string.Join('\n', _complaints)}");
        }
    }

    private void WriteCertificate(string keyPath)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>One mail as it arrived.</summary>
    /// <param name="From">Of the envelope.</param>
    /// <param name="IsEncrypted">STARTTLS was used before it.</param>
    /// <param name="IsSignedIn">With user name and password.</param>
    /// <param name="Recipients">Of the envelope.</param>
    /// <param name="Data">Header and body as they travelled.</param>
    internal sealed record Seen(
        string From, bool IsEncrypted, bool IsSignedIn, IReadOnlyList<string> Recipients, string Data)
    {
        public string Header => Data[..Data.ReplaceLineEndings("\n").IndexOf("\n\n", StringComparison.Ordinal)];
    }
}
