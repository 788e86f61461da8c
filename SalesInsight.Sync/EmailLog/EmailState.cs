namespace SalesInsight.Sync.EmailLog;

/// <summary>How far a mail is for one address. Names are stored and never renamed.</summary>
internal enum EmailState
{
    /// <summary>A run has to look at it, now or at its time.</summary>
    Waiting,

    Logged,

    NotLogged,
}
