using System.Net;
using Microsoft.Extensions.Configuration;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>
/// Which servers a rep may name, since the server connects to them from inside the company's network.
/// <c>Email:SmtpHosts</c>: names that are allowed, on any port; a list with commas, empty by default, when every host
/// but this machine itself is allowed on the ports of mail. <c>Email:PlainHosts</c>: names that may be spoken to
/// without encryption, such as a relay on this machine; none by default.
/// </summary>
internal sealed class SmtpHosts(IReadOnlyCollection<string> allowed, IReadOnlyCollection<string> plain)
{
    private static readonly int[] MailPorts = [25, 587, 2525];

    public static SmtpHosts From(IConfiguration configuration) =>
        new(List(configuration["Email:SmtpHosts"]), List(configuration["Email:PlainHosts"]));

    public bool Allows(string host, int port) => allowed.Count > 0
        ? allowed.Contains(host, StringComparer.OrdinalIgnoreCase)
        : MailPorts.Contains(port) && !IsThisMachine(host);

    public bool MayBePlain(string host) => plain.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsThisMachine(string host) =>
        host.TrimEnd('.').Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.TrimEnd('.').EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsOfThisMachine(address));

    private static bool IsOfThisMachine(IPAddress address)
    {
        var plainAddress = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plainAddress) || plainAddress.IsIPv6LinkLocal
            || plainAddress.Equals(IPAddress.Any) || plainAddress.Equals(IPAddress.IPv6Any)
            || plainAddress.GetAddressBytes() is [169, 254, _, _] or [0, _, _, _];
    }

    private static string[] List(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
