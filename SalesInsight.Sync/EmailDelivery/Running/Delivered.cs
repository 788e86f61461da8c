using System.Collections.Immutable;
using System.Diagnostics;
using SalesInsight.Sync.EmailDelivery.Channels;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;

namespace SalesInsight.Sync.EmailDelivery.Running;

/// <summary>Where a mail stands after a try.</summary>
/// <param name="State">Sent, waiting for its next try, or undelivered.</param>
/// <param name="Problem">Why not, or not to everybody.</param>
/// <param name="Answer">What the server said.</param>
/// <param name="RetryAt">While waiting: not before.</param>
/// <param name="Refused">Addresses it was refused for while others got it.</param>
/// <param name="BlocksChannel">The other mails of the channel would fare no better just now.</param>
internal sealed record Delivered(
    State State,
    Failure? Problem,
    string? Answer,
    DateTimeOffset? RetryAt,
    ImmutableArray<string> Refused,
    bool BlocksChannel)
{
    /// <summary>Decides; pure. Time is only asked to cure what it can.</summary>
    /// <param name="outcome">Of the try.</param>
    /// <param name="attempt">Which try it was, from 1.</param>
    /// <param name="now">Our clock.</param>
    public static Delivered From(SendOutcome outcome, int attempt, DateTimeOffset now) => outcome switch
    {
        SendOutcome.Taken { Refused.IsEmpty: true } => new(State.Sent, null, null, null, [], false),
        SendOutcome.Taken taken => new(
            State.Sent, Failure.RefusedInPart, taken.Answer, null, taken.Refused, false),
        SendOutcome.Open open => new(State.Undelivered, Failure.FateOpen, open.Answer, null, [], false),
        SendOutcome.NotTaken no when IsCuredByTime(no.Problem) && attempt <= DeliveryLimits.Waits.Length => new(
            State.Waiting, no.Problem, no.Answer, now + DeliveryLimits.Waits[attempt - 1], [], IsOfChannel(no.Problem)),
        SendOutcome.NotTaken no => new(
            State.Undelivered, no.Problem, no.Answer, null, [], IsOfChannel(no.Problem)),
        _ => throw new UnreachableException(),
    };

    private static bool IsCuredByTime(Failure problem) =>
        problem is Failure.Unreachable or Failure.TriedLater or Failure.FolderRefused;

    private static bool IsOfChannel(Failure problem) => problem is Failure.Unreachable or Failure.FolderRefused
        or Failure.SignInRefused or Failure.NotSecure or Failure.PasswordLost;
}
