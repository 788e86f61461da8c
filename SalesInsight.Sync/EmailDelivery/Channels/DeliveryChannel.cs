namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>How a user's mails leave, as the user is shown it: everything but the password.</summary>
/// <param name="Via">The pickup folder, or a server of the user's own.</param>
/// <param name="Host">Name of the SMTP server; empty for the folder.</param>
/// <param name="Port">Its port; 0 for the folder.</param>
/// <param name="UserName">Empty: the server wants none.</param>
/// <param name="HasPassword">A password is kept, encrypted.</param>
/// <param name="PerMinuteMax">Mails handed over per minute at most.</param>
public sealed record DeliveryChannel(
    DeliveryChannel.Kind Via, string Host, int Port, string UserName, bool HasPassword, int PerMinuteMax)
{
    /// <summary>Characters of a host name (RFC 1035).</summary>
    public const int HostLengthMax = 253;

    /// <summary>Characters of a user name.</summary>
    public const int UserNameLengthMax = 254;

    /// <summary>Characters of a password.</summary>
    public const int PasswordLengthMax = 500;

    /// <summary>The highest rate that can be chosen.</summary>
    public const int PerMinuteTop = 600;

    /// <summary>What every user begins with: it works at once.</summary>
    public static readonly DeliveryChannel Default = new(Kind.PickupFolder, "", 0, "", HasPassword: false, 30);

    /// <summary>The ways out. Names are stored and never renamed.</summary>
    public enum Kind
    {
        /// <summary>One .eml file per mail in a folder beside the database, for a mail server to pick up.</summary>
        PickupFolder,

        /// <summary>SMTP with STARTTLS.</summary>
        Smtp,
    }
}
