using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog;

/// <summary>Whether a user may log mails in their Salesforce.</summary>
public abstract record EmailAccess
{
    private EmailAccess()
    {
    }

    /// <summary>Salesforce said so.</summary>
    /// <param name="MayCreateTasks">False: an admin there has to allow it.</param>
    public sealed record Known(bool MayCreateTasks) : EmailAccess;

    /// <summary>Salesforce could not be asked.</summary>
    /// <param name="Fault">Why; null: the user is not connected.</param>
    public sealed record NotKnown(FaultCode? Fault) : EmailAccess;
}
