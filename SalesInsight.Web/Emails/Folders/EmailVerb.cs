namespace SalesInsight.Web.Emails.Folders;

/// <summary>What somebody wants done with a mail.</summary>
public enum EmailVerb
{
    /// <summary>Out of the way, not gone.</summary>
    Archive,

    /// <summary>Out of every list; kept a while.</summary>
    Delete,

    /// <summary>Back to its folder.</summary>
    Restore,

    /// <summary>Hand it to the channel once more.</summary>
    SendAgain,

    /// <summary>It did arrive, whatever the server did not say.</summary>
    Confirm,

    /// <summary>A draft again.</summary>
    TakeBack,
}
