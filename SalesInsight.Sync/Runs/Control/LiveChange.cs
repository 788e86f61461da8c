namespace SalesInsight.Sync.Runs.Control;

/// <summary>What changed.</summary>
public enum LiveChange
{
    /// <summary>Tasks, their names or their sync states.</summary>
    Tasks,

    /// <summary>A run began, went on or ended; the pill looks again.</summary>
    Run,

    /// <summary>The connection or the settings.</summary>
    Account,

    /// <summary>Emails: written, sent, filed or logged.</summary>
    Emails,
}
