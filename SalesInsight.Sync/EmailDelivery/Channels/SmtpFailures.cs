using System.Net.Mail;
using System.Security.Authentication;
using SalesInsight.Sync.Reminders;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>Sorts what SmtpClient throws into what it means for the mail; pure.</summary>
internal static class SmtpFailures
{
    // RFC 5321 4.2 and RFC 4954 6: the first digit says whether time may help.
    private const int TransientMin = 400;
    private const int PermanentMin = 500;
    private const int CodesEnd = 600;

    /// <summary>Sign-in required, too weak, failed, or wanted under encryption (RFC 4954, 6).</summary>
    private static readonly int[] SignInCodes = [432, 454, 530, 534, 535, 538];

    private const string AnswerMark = "The server response was: ";

    /// <param name="thrown">By SmtpClient.</param>
    /// <param name="recipients">Addresses in the envelope.</param>
    /// <param name="hasBegun">The text had begun to travel.</param>
    public static SendOutcome Classify(Exception thrown, int recipients, bool hasBegun)
    {
        if (thrown is SmtpFailedRecipientException failed) return OfRecipients(failed, recipients);
        var answer = AnswerOf(thrown);
        var code = (int?)(thrown as SmtpException)?.StatusCode ?? 0;
        if (code is >= TransientMin and < CodesEnd) return new SendOutcome.NotTaken(OfCode(code), answer);
        if (hasBegun) return new SendOutcome.Open(answer);
        if (thrown is FormatException or InvalidOperationException)
            return new SendOutcome.NotTaken(Failure.Refused, answer);
        return new SendOutcome.NotTaken(IsUnsafe(thrown) ? Failure.NotSecure : Failure.Unreachable, answer);
    }

    /// <summary>SmtpClient goes on for the others when some are refused, and says so afterwards.</summary>
    private static SendOutcome OfRecipients(SmtpFailedRecipientException failed, int recipients)
    {
        var each = failed is SmtpFailedRecipientsException several ? several.InnerExceptions : [failed];
        var first = each[0];
        if (each.Length >= recipients)
            return new SendOutcome.NotTaken(OfCode((int)first.StatusCode), AnswerOf(first));
        return new SendOutcome.Taken(
            [.. each.Select(e => (e.FailedRecipient ?? "").Trim('<', '>')).Where(a => a.Length > 0)], AnswerOf(first));
    }

    private static Failure OfCode(int code) => code switch
    {
        _ when SignInCodes.Contains(code) => Failure.SignInRefused,
        >= PermanentMin => Failure.Refused,
        _ => Failure.TriedLater,
    };

    // Without STARTTLS on offer there is no inner exception and no answer's code: nothing else fails so.
    private static bool IsUnsafe(Exception thrown) =>
        thrown is SmtpException { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null }
        || Causes(thrown).Any(e => e is AuthenticationException);

    private static IEnumerable<Exception> Causes(Exception thrown)
    {
        for (Exception? e = thrown; e is not null; e = e.InnerException) yield return e;
    }

    /// <summary>The server's own words where there are any, else the innermost reason, one line of it.</summary>
    private static string AnswerOf(Exception thrown)
    {
        var message = thrown is OperationCanceledException ? "" : Causes(thrown).Last().Message;
        var mark = thrown.Message.IndexOf(AnswerMark, StringComparison.Ordinal);
        if (mark >= 0) message = thrown.Message[(mark + AnswerMark.Length)..];
        var line = new string([.. message.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return ActivityDetail.Cut(line, OutgoingLimits.AnswerLengthMax);
    }
}
