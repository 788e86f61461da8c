namespace SalesInsight.Sync.EmailDelivery;

/// <summary>What a person has typed of a mail: any text may stand anywhere, and is judged when it is sent.</summary>
public sealed record OutgoingDraft
{
    /// <summary>Whom it goes to, each as typed: an address, with or without a name.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Who gets a copy, as typed.</summary>
    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>One line; may be empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The formatted text as HTML; what a mail may not carry is taken out when it is saved.</summary>
    public string Html { get; init; } = "";
}
