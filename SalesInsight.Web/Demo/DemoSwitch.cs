using System.Net;
using Microsoft.Extensions.Options;

namespace SalesInsight.Web.Demo;

/// <summary>Decides whether the demo may run. Pure but for reading the configuration.</summary>
internal static class DemoSwitch
{
    /// <summary>
    /// <c>Demo:Enabled</c>, by default only in Development, and only while every bound address is loopback: people who
    /// need no password must not be reachable from outside. Asked for by name on another address, it refuses to start.
    /// </summary>
    /// <exception cref="OptionsValidationException">Asked for, and an address is not loopback.</exception>
    public static bool IsOn(IConfiguration configuration, bool isDevelopment)
    {
        var asked = configuration.GetValue<bool?>("Demo:Enabled");
        if (!(asked ?? isDevelopment)) return false;
        if (Addresses(configuration).All(IsLoopback)) return true;
        if (asked is null) return false;
        throw Refused(
            "Demo:Enabled needs every bound address to be loopback, such as http://localhost:5080. "
            + "Set Demo:Enabled to false, or bind to localhost.");
    }

    internal static bool IsLoopback(string address)
    {
        // wildcards such as http://+:80 are no URIs; they bind everywhere
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return false;
        return uri.IsLoopback || IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip);
    }

    internal static OptionsValidationException Refused(string why) => new("Demo", typeof(DemoSwitch), [why]);

    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        var urls = (configuration["urls"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => endpoint["Url"] ?? string.Empty);
        // bare ports bind every address
        var ports = new[] { configuration["http_ports"], configuration["https_ports"] }
            .Where(value => urls.Length == 0 && !string.IsNullOrEmpty(value)).Select(port => $"http://+:{port}");
        return [.. urls.Select(url => url.Trim()), .. endpoints, .. ports];
    }
}
