namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>What an org answers when asked for a user's own Email to Salesforce address.</summary>
internal abstract record BccAddressReply
{
    private BccAddressReply()
    {
    }

    /// <param name="Address">Of this user, active, and an address.</param>
    internal sealed record Found(string Address) : BccAddressReply;

    /// <summary>Salesforce showed the list, and this user has none on it.</summary>
    internal sealed record None : BccAddressReply;

    /// <summary>This user's profile does not show the list: they may have one all the same.</summary>
    internal sealed record Hidden : BccAddressReply;
}
