namespace SalesInsight.Sandbox.Faults.Lab;

/// <summary>What a person can let go wrong by name.</summary>
public enum LabFault
{
    /// <summary>Every call takes longer.</summary>
    Latency,

    /// <summary>503 SERVER_UNAVAILABLE.</summary>
    Unavailable,

    /// <summary>420 from the edge.</summary>
    Throttled,

    /// <summary>A page where JSON was expected.</summary>
    HtmlBody,

    /// <summary>"gzip" that is none.</summary>
    GzipLie,

    /// <summary>The connection breaks in the middle of an answer.</summary>
    CutBody,

    /// <summary>A write is done and committed, and its answer never arrives.</summary>
    LostReply,

    /// <summary>UNABLE_TO_LOCK_ROW, for each row by itself.</summary>
    LockedRows,

    /// <summary>Writes made on the Salesforce screen keep their stamp and appear later.</summary>
    LateCommits,

    /// <summary>The org's clock is wrong: the Date header and every stamp.</summary>
    ClockSkew,

    /// <summary>No calls left today.</summary>
    DailyLimit,

    /// <summary>One call meets a session that died; a refresh cures it.</summary>
    SessionExpired,

    /// <summary>Read access to tasks taken from everybody without View All Data.</summary>
    HiddenTasks,

    /// <summary>Everybody's grants and sessions end; each must connect again.</summary>
    RevokedGrants,
}
