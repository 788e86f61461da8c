using static SalesInsight.Sync.EmailDelivery.Channels.DeliveryChannel;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>From what a user typed to a channel; pure, and every fault at once.</summary>
internal static class ChannelReading
{
    private const int PortMax = 65_535;

    private const int TlsOnlyPort = 465;

    /// <param name="edit">As typed.</param>
    /// <param name="kept">What is kept now; its password is only used where it already went.</param>
    /// <param name="hosts">What the operator allows.</param>
    public static (ChannelAccess? Channel, IReadOnlyList<Fault> Faults) Read(
        Edit edit, ChannelAccess kept, SmtpHosts hosts)
    {
        List<Fault> faults = [];
        if (edit.PerMinuteMax is < 1 or > PerMinuteTop) faults.Add(Fault.RateOutOfRange);
        var channel = edit.Via == Kind.PickupFolder
            ? new ChannelAccess(Kind.PickupFolder, "", 0, "", null, edit.PerMinuteMax)
            : Server(edit, kept, hosts, faults);
        return faults.Count == 0 ? (channel, []) : (null, faults);
    }

    private static ChannelAccess Server(Edit edit, ChannelAccess kept, SmtpHosts hosts, List<Fault> faults)
    {
        var (host, user) = (edit.Host.Trim(), edit.UserName.Trim());
        var isHost = host.Length <= HostLengthMax && Uri.CheckHostName(host.Trim('[', ']')) != UriHostNameType.Unknown;
        if (!isHost) faults.Add(Fault.HostMalformed);
        if (edit.Port is < 1 or > PortMax) faults.Add(Fault.PortOutOfRange);
        else if (edit.Port == TlsOnlyPort) faults.Add(Fault.PortSpeaksTlsOnly);
        else if (isHost && !hosts.Allows(host, edit.Port)) faults.Add(Fault.HostNotAllowed);
        if (user.Length > UserNameLengthMax || user.Any(char.IsControl)) faults.Add(Fault.UserNameMalformed);
        if (edit.Password?.Length > PasswordLengthMax) faults.Add(Fault.PasswordTooLong);
        var password = user.Length == 0 ? null : edit.Password is { Length: > 0 } typed ? typed : Kept(edit, kept);
        if (user.Length > 0 && password is null) faults.Add(Fault.PasswordMissing);
        return new ChannelAccess(Kind.Smtp, host, edit.Port, user, password, edit.PerMinuteMax);
    }

    // A password does not follow to another server: whoever gets at a session must not have it sent to them.
    private static string? Kept(Edit edit, ChannelAccess kept) =>
        kept.Via == Kind.Smtp && kept.Port == edit.Port && kept.UserName == edit.UserName.Trim()
        && kept.Host.Equals(edit.Host.Trim(), StringComparison.OrdinalIgnoreCase)
            ? kept.Password
            : null;
}
