namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>What an org can keep about a logged mail, where its admin added a field for it (docs/email.md).</summary>
internal enum EmailMark
{
    /// <summary>How often it was opened.</summary>
    Viewed,

    /// <summary>How often a link in it was followed.</summary>
    Clicked,

    /// <summary>It was answered.</summary>
    Replied,

    /// <summary>Sent or Bounced.</summary>
    Status,

    /// <summary>Names of what was attached.</summary>
    Attachments,
}
