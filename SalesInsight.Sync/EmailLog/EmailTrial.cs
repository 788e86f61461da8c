using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog;

/// <summary>What would become of a mail.</summary>
public abstract record EmailTrial
{
    private EmailTrial()
    {
    }

    /// <summary>It cannot be read as a mail.</summary>
    /// <param name="Problems">Every fault at once, at least one.</param>
    public sealed record Refused(IReadOnlyList<EmailReport.Problem> Problems) : EmailTrial;

    /// <summary>Neither sent by the user nor an answer to them: such a mail is nobody's activity here.</summary>
    /// <param name="From">Who sent it.</param>
    /// <param name="Own">The user's own address.</param>
    public sealed record NotYours(string From, string Own) : EmailTrial;

    /// <summary>The user is not connected, or has to reconnect.</summary>
    public sealed record NotConnected : EmailTrial;

    /// <summary>Salesforce could not be asked.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="ErrorCode">Salesforce's own code.</param>
    public sealed record Failed(FaultCode Fault, string ErrorCode) : EmailTrial;

    /// <summary>Told for each address.</summary>
    /// <param name="Subject">Of the mail.</param>
    /// <param name="IsReply">It would be logged as a reply.</param>
    /// <param name="Lines">One per address, in the order of the mail.</param>
    public sealed record Told(string Subject, bool IsReply, IReadOnlyList<Line> Lines) : EmailTrial;

    /// <summary>What would become of it for one address.</summary>
    /// <param name="Address">As it is compared.</param>
    /// <param name="IsLogged">It would be, or already is, in Salesforce.</param>
    /// <param name="Reason">The line of the rule that decides.</param>
    /// <param name="Records">The activities that would be made; empty when none would.</param>
    public sealed record Line(string Address, bool IsLogged, EmailReason Reason, IReadOnlyList<Activity> Records);

    /// <summary>One activity as it would be made.</summary>
    /// <param name="Person">Whom it names; null: nobody.</param>
    /// <param name="Opportunity">The related one; null: none.</param>
    /// <param name="Fields">Every field that would be sent, by Salesforce's own names.</param>
    public sealed record Activity(Target? Person, Target? Opportunity, IReadOnlyList<Field> Fields);

    /// <summary>A record in Salesforce.</summary>
    /// <param name="Id">Null: it would be made first.</param>
    /// <param name="Type">Lead, Contact or Opportunity.</param>
    /// <param name="Name">As the user is shown it; its id where they are shown no name.</param>
    /// <param name="Company">A person's; null: none known.</param>
    public sealed record Target(string? Id, string Type, string Name, string? Company);

    /// <summary>One field.</summary>
    /// <param name="Name">Salesforce's own.</param>
    /// <param name="Value">As text.</param>
    public sealed record Field(string Name, string Value);
}
