using System.Collections.Immutable;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.Reminders;
using static SalesInsight.Sync.EmailDelivery.OutgoingResult;

namespace SalesInsight.Sync.EmailDelivery;

/// <summary>Judges what was typed; pure, and every problem at once.</summary>
internal static class DraftReading
{
    /// <summary>Addresses named one by one in an answer; five hundred sentences help nobody.</summary>
    public const int NamedMax = 5;

    /// <summary>What keeps it from being kept; a draft may be wrong in every other way.</summary>
    public static IReadOnlyList<Problem> Keep(OutgoingDraft draft)
    {
        List<Problem> problems = [];
        if (draft.To.Count + draft.Cc.Count > OutgoingLimits.RecipientsMax)
            problems.Add(new(nameof(draft.To), ProblemCode.TooManyRecipients));
        CheckTexts(draft.To, nameof(draft.To), problems);
        CheckTexts(draft.Cc, nameof(draft.Cc), problems);
        if (draft.Subject.Length > OutgoingLimits.SubjectLengthMax)
            problems.Add(new(nameof(draft.Subject), ProblemCode.SubjectTooLong));
        else if (draft.Subject.Any(char.IsControl))
            problems.Add(new(nameof(draft.Subject), ProblemCode.HeaderLineBreak));
        if (draft.Html.Length > OutgoingLimits.HtmlLengthMax)
            problems.Add(new(nameof(draft.Html), ProblemCode.TextTooLong));
        return problems;
    }

    /// <summary>What keeps it from being sent.</summary>
    public static IReadOnlyList<Problem> Send(OutgoingDraft draft)
    {
        List<Problem> problems = [.. Keep(draft)];
        if (problems.Count > 0) return problems;
        if (draft.To.Count + draft.Cc.Count == 0) problems.Add(new(nameof(draft.To), ProblemCode.NoRecipient));
        CheckAddresses(draft.To, nameof(draft.To), problems);
        CheckAddresses(draft.Cc, nameof(draft.Cc), problems);
        return problems;
    }

    /// <summary>Each address once; of one in both it is To that counts. Only for what <see cref="Send"/> passes.
    /// </summary>
    public static (ImmutableArray<EmailAddress> To, ImmutableArray<EmailAddress> Cc) Addresses(OutgoingDraft draft)
    {
        ImmutableArray<EmailAddress> to = [.. draft.To.Select(EmailAddress.Parse).OfType<EmailAddress>().Distinct()];
        var cc = draft.Cc.Select(EmailAddress.Parse).OfType<EmailAddress>().Distinct();
        return (to, [.. cc.Except(to)]);
    }

    private static void CheckTexts(IReadOnlyList<string> texts, string field, List<Problem> problems)
    {
        if (texts.Any(t => t.Any(char.IsControl))) problems.Add(new(field, ProblemCode.HeaderLineBreak));
        if (texts.FirstOrDefault(t => t.Length > EmailAddress.TextLengthMax) is { } text)
            problems.Add(new(field, ProblemCode.NotAnAddress, ActivityDetail.Cut(text, EmailAddress.LengthMax)));
    }

    private static void CheckAddresses(IReadOnlyList<string> texts, string field, List<Problem> problems) =>
        problems.AddRange(texts.Where(t => EmailAddress.Parse(t) is not { } address || !MailWriter.CanWrite(address))
            .Distinct().Take(NamedMax).Select(t => new Problem(field, ProblemCode.NotAnAddress, t)));
}
