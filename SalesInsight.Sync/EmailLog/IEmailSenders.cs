namespace SalesInsight.Sync.EmailLog;

/// <summary>
/// Whose mail it is, for a program that reports for several senders and may (a service token). Thread-safe.
/// </summary>
public interface IEmailSenders
{
    /// <summary>The active user who sends from this address; null: nobody here does.</summary>
    /// <param name="from">As in a From header, with or without a name.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<Guid?> FindBySenderAsync(string from, CancellationToken stop);

    /// <summary>The user a reported mail belongs to; null when there is none of that id.</summary>
    Task<Guid?> FindByEmailAsync(Guid emailId, CancellationToken stop);
}
