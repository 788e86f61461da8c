using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>
/// Whose certificates mail servers may show: those of the system, and those in the PEM file of
/// <c>Email:TrustedCertificates</c>, such as a company's own authority. The name has to fit either way.
/// </summary>
internal sealed class MailServerTrust(X509Certificate2Collection own)
{
    public static MailServerTrust From(IConfiguration configuration)
    {
        var own = new X509Certificate2Collection();
        if (configuration["Email:TrustedCertificates"] is { Length: > 0 } path) own.ImportFromPemFile(path);
        return new MailServerTrust(own);
    }

    /// <summary>
    /// SmtpClient takes its judge from a place the whole process shares. Nothing else here does: HttpClient, the only
    /// other one to speak TLS, has its own.
    /// </summary>
    public void Use()
    {
        if (own.Count == 0) return;
#pragma warning disable SYSLIB0014 // the only door SmtpClient leaves
        ServicePointManager.ServerCertificateValidationCallback = Accepts;
#pragma warning restore SYSLIB0014
    }

    private bool Accepts(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || shown is null) return false;
        using var certificate = new X509Certificate2(shown);
        using var again = new X509Chain();
        again.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        again.ChainPolicy.CustomTrustStore.AddRange(own);
        again.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return again.Build(certificate);
    }
}
