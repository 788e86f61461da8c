using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SalesInsight.Web.Shell;

/// <summary>
/// Outside Development cookies travel over https only, so that over plain http every page fails. Said once, when it is
/// so, to whoever started the server.
/// </summary>
internal static partial class HttpsNotice
{
    /// <summary>The framework's own switch (ASPNETCORE_FORWARDEDHEADERS_ENABLED): believe the proxy in front.</summary>
    private const string BehindProxyKey = "FORWARDEDHEADERS_ENABLED";

    public static void WarnWithoutHttps(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (IsMissing(addresses ?? [], app.Configuration)) LogMissing(app.Logger);
    });

    /// <summary>Neither an address of our own has https, nor is there a proxy that may say it had.</summary>
    internal static bool IsMissing(IEnumerable<string> addresses, IConfiguration configuration) =>
        !configuration.GetValue(BehindProxyKey, false)
        && !addresses.Any(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(1, LogLevel.Warning,
        "No page will work: pages need https, and there is none. Either put a proxy with https in front and set "
        + "ASPNETCORE_FORWARDEDHEADERS_ENABLED=true, or give Kestrel:Endpoints:Https:Url and :Certificate")]
    private static partial void LogMissing(ILogger log);
}
