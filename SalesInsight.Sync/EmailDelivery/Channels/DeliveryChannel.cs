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

    /// <summary>What can be wrong with a channel; each has one sentence in the resources.</summary>
    public enum Fault
    {
        /// <summary>No name of a server, or one that cannot be.</summary>
        HostMalformed,

        /// <summary>The operator does not allow this server or port.</summary>
        HostNotAllowed,

        /// <summary>Not from 1 to 65535.</summary>
        PortOutOfRange,

        /// <summary>465 expects encryption before the first word, which is not built: 587 is the one to use.</summary>
        PortSpeaksTlsOnly,

        /// <summary>Too long, or with a control character.</summary>
        UserNameMalformed,

        /// <summary>None is kept for this server and user name.</summary>
        PasswordMissing,

        /// <summary>Longer than a password is kept.</summary>
        PasswordTooLong,

        /// <summary>Not from 1 to <see cref="PerMinuteTop"/>.</summary>
        RateOutOfRange,
    }

    /// <summary>What a user wants to save, or to try.</summary>
    /// <param name="Via">The folder, for which the rest but the rate is left out; or a server.</param>
    /// <param name="Host">Its name.</param>
    /// <param name="Port">Its port.</param>
    /// <param name="UserName">Empty: it wants none.</param>
    /// <param name="Password">Null: the one that is kept, while server and user name stay the same.</param>
    /// <param name="PerMinuteMax">Mails per minute at most.</param>
    public sealed record Edit(Kind Via, string Host, int Port, string UserName, string? Password, int PerMinuteMax)
    {
        /// <inheritdoc />
        public override string ToString() => $"{Via} {Host}:{Port}";
    }

    /// <summary>What became of saving or trying.</summary>
    /// <param name="Faults">At least one: nothing was done.</param>
    /// <param name="SentTo">Trying only: the test mail was taken, and goes to this address of the user's own.</param>
    /// <param name="Problem">Trying only: why it was not taken.</param>
    /// <param name="Answer">What the server said.</param>
    /// <param name="TooSoon">Trying only: the last try was a moment ago.</param>
    public sealed record Result(
        IReadOnlyList<Fault> Faults,
        string? SentTo = null,
        OutgoingEmail.Failure? Problem = null,
        string? Answer = null,
        bool TooSoon = false);
}
