namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>A channel with its secret, in memory only and for one handing over.</summary>
/// <param name="Via">Folder or server.</param>
/// <param name="Password">Null: none is needed.</param>
/// <param name="PasswordLost">One is kept that can no longer be read.</param>
internal sealed record ChannelAccess(
    DeliveryChannel.Kind Via,
    string Host,
    int Port,
    string UserName,
    string? Password,
    int PerMinuteMax,
    bool PasswordLost = false)
{
    // A record would print the password into whatever logs it.
    public override string ToString() => $"{Via} {Host}:{Port}";
}
