using System.Diagnostics;
using static SalesInsight.Sync.EmailLog.EmailCase;

namespace SalesInsight.Sync.EmailLog.Remedies;

/// <summary>What helps a mail that is not logged for an address. Pure.</summary>
internal static class RemedyRule
{
    /// <param name="recipient">Where it stands.</param>
    /// <param name="exclusion">Why it would not even be looked for today; null: it would.</param>
    /// <param name="isConnected">The user's connection is alive.</param>
    /// <param name="mayChangeExclusions">The user's own list is theirs to change.</param>
    public static Remedy Of(
        EmailView.Recipient recipient, EmailReason? exclusion, bool isConnected, bool mayChangeExclusions) =>
        recipient.Standing switch
        {
            EmailView.Standing.Logged => Remedy.None,
            EmailView.Standing.Waiting when !isConnected => Remedy.Connect,
            EmailView.Standing.Waiting => recipient.Reason == EmailReason.TryingAgain ? Remedy.TryAgain : Remedy.None,
            EmailView.Standing.NotLogged => exclusion switch
            {
                EmailReason.LoggingOff => Remedy.TurnOnLogging,
                EmailReason.RepliesOff => Remedy.TurnOnReplies,
                EmailReason.OwnExclusion => mayChangeExclusions ? Remedy.StopExcluding : Remedy.None,
                not null => Remedy.None,
                null when !isConnected => Remedy.Connect,
                null => OfAddress(recipient.Reason),
            },
            _ => throw new UnreachableException(),
        };

    private static Remedy OfAddress(EmailReason reason) => reason switch
    {
        EmailReason.NoMatch or EmailReason.OtherKind or EmailReason.ConvertedOutOfSight => Remedy.ChoosePerson,
        EmailReason.Refused or EmailReason.LeadRefused => Remedy.TryAgain,
        _ => Remedy.LogNow,
    };
}
