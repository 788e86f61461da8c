using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog;

/// <summary>One reported mail: where it was logged, or why not.</summary>
/// <param name="Id">Ours.</param>
/// <param name="MessageId">Without angle brackets.</param>
/// <param name="From">The sender's address.</param>
/// <param name="Subject">One line.</param>
/// <param name="SentAt">UTC.</param>
/// <param name="ReportedAt">Our clock, UTC.</param>
/// <param name="IsReply">It answers another mail.</param>
/// <param name="Recipients">By address; of a reply somebody sent us, its sender.</param>
public sealed record EmailView(
    Guid Id,
    string MessageId,
    string From,
    string Subject,
    DateTimeOffset SentAt,
    DateTimeOffset ReportedAt,
    bool IsReply,
    IReadOnlyList<EmailView.Recipient> Recipients)
{
    /// <summary>How far a mail is for one address.</summary>
    public enum Standing
    {
        /// <summary>Not settled yet.</summary>
        Waiting,

        /// <summary>It is in Salesforce.</summary>
        Logged,

        /// <summary>It is not, and will not be by itself.</summary>
        NotLogged,
    }

    /// <summary>The mail for one address.</summary>
    /// <param name="Address">As it is compared: lower case, domain in ASCII.</param>
    /// <param name="Standing">How far it is.</param>
    /// <param name="Reason">Exactly one.</param>
    /// <param name="Fault">What Salesforce said, when it refused; null: nothing.</param>
    /// <param name="ErrorCode">Salesforce's own code.</param>
    /// <param name="Message">Salesforce's own text.</param>
    /// <param name="RetryAt">While waiting: not before.</param>
    /// <param name="Opened">How often it was opened.</param>
    /// <param name="Clicked">How often a link was followed.</param>
    /// <param name="RepliedAt">When it was answered first.</param>
    /// <param name="BouncedAt">When it came back.</param>
    /// <param name="Logs">The records it stands as; empty when it is not logged, or logged by somebody else.</param>
    public sealed record Recipient(
        string Address,
        Standing Standing,
        EmailReason Reason,
        FaultCode? Fault,
        string? ErrorCode,
        string? Message,
        DateTimeOffset? RetryAt,
        int Opened,
        int Clicked,
        DateTimeOffset? RepliedAt,
        DateTimeOffset? BouncedAt,
        IReadOnlyList<Log> Logs);

    /// <summary>One activity in Salesforce.</summary>
    /// <param name="TaskId">The Task.</param>
    /// <param name="PersonId">The lead or contact; null: it names nobody.</param>
    /// <param name="OpportunityId">The related opportunity; null: none.</param>
    /// <param name="Url">Where a browser shows it; null when not connected.</param>
    public sealed record Log(string TaskId, string? PersonId, string? OpportunityId, Uri? Url);
}
