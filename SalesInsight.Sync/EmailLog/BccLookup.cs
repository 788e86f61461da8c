using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog;

/// <summary>What came of looking for a user's Email to Salesforce address.</summary>
/// <param name="Sender">The address the user sends from, which Salesforce has to accept.</param>
public abstract record BccLookup(string Sender)
{
    /// <summary>It is there.</summary>
    /// <param name="Sender">The address the user sends from.</param>
    /// <param name="Address">Where copies go.</param>
    public sealed record Found(string Sender, string Address) : BccLookup(Sender);

    /// <summary>Salesforce answered; the user has none.</summary>
    /// <param name="Sender">The address the user sends from.</param>
    public sealed record Empty(string Sender) : BccLookup(Sender);

    /// <summary>The user's profile does not show the list; they may copy it from their own settings there.</summary>
    /// <param name="Sender">The address the user sends from.</param>
    public sealed record Hidden(string Sender) : BccLookup(Sender);

    /// <summary>Salesforce could not be asked.</summary>
    /// <param name="Sender">The address the user sends from.</param>
    /// <param name="Fault">Why; null: the user is not connected.</param>
    public sealed record Failed(string Sender, FaultCode? Fault) : BccLookup(Sender);
}
