using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Mail;

/// <summary>What a mail reads like as an activity: its subject line and its description. Pure.</summary>
internal static partial class LoggedText
{
    /// <summary>Characters of a Task's Description (facts 4.1).</summary>
    public const int DescriptionLengthMax = TaskContent.SentDetailsLengthMax;

    /// <summary>Addresses named per line; a mail to five hundred people is not a list of them.</summary>
    public const int AddressesShownMax = 20;

    private const string NoSubject = "(no subject)";

    /// <summary>Values of <c>{{activity_type}}</c>, as of Salesforce's Type.</summary>
    private const string Reply = "Reply", Email = "Email";

    private const string ReplyPrefix = $"{Reply}: ";

    private const string TextGone = "[The text of this email was no longer kept when it was logged.]";

    /// <summary>
    /// Through the org's activity detail; a reply says so instead of its <c>Re:</c>, once: not where the template names
    /// the type itself.
    /// </summary>
    public static string Subject(EmailMessage mail, ActivityDetail detail)
    {
        var bare = mail.IsReply ? Answering().Replace(mail.Subject, "") : mail.Subject;
        if (bare.Length == 0) bare = NoSubject;
        return detail.Render(
            mail.IsReply && !detail.CarriesType ? ReplyPrefix + bare : bare, mail.IsReply ? Reply : Email);
    }

    /// <summary>
    /// Who, when and what was attached, then the text. What does not fit is cut, and the last line says how much; a
    /// text that is no longer kept is said to be missing.
    /// </summary>
    public static string Description(EmailMessage mail, TimeZoneInfo zone)
    {
        var head = Head(mail, zone);
        if (mail is { Body.Length: 0, BodyLength: > 0 }) return $"{head}\n{TextGone}";
        var whole = mail.BodyLength == mail.Body.Length ? $"{head}\n{mail.Body}".TrimEnd() : null;
        if (whole?.Length <= DescriptionLengthMax) return whole;

        // The sentence's own length depends on the number in it by a few digits at most.
        var room = DescriptionLengthMax - head.Length - CutSentence(mail.BodyLength).Length - 2;
        var kept = ActivityDetail.Cut(mail.Body, Math.Max(0, room)).TrimEnd();
        return $"{head}\n{kept}\n{CutSentence(mail.BodyLength - kept.Length)}";
    }

    /// <summary>The date of the activity: the day it was sent, where its user was.</summary>
    public static DateOnly Date(EmailMessage mail, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mail.SentAt, zone).DateTime);

    private static string CutSentence(int missing) => string.Create(
        CultureInfo.InvariantCulture,
        $"[Cut here: Salesforce keeps {DescriptionLengthMax:N0} characters. The email has {missing:N0} more.]");

    private static string Head(EmailMessage mail, TimeZoneInfo zone)
    {
        var head = new StringBuilder();
        var sent = TimeZoneInfo.ConvertTime(mail.SentAt, zone);
        head.Append(CultureInfo.InvariantCulture, $"From: {mail.From}\n");
        Line(head, "To", [.. mail.To.Select(a => a.ToString())]);
        Line(head, "Cc", [.. mail.Cc.Select(a => a.ToString())]);
        head.Append(CultureInfo.InvariantCulture, $"Sent: {sent:yyyy-MM-dd HH:mm} ({zone.Id})\n");
        Line(head, "Attachments", [.. mail.Attachments.Select(a => $"{a.Name} ({Size(a.Bytes)})")]);
        return head.ToString();
    }

    private static void Line(StringBuilder head, string label, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        head.Append(label).Append(": ").AppendJoin(", ", values.Take(AddressesShownMax));
        if (values.Count > AddressesShownMax)
            head.Append(CultureInfo.InvariantCulture, $" and {values.Count - AddressesShownMax} more");
        head.Append('\n');
    }

    private static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
    };

    // Atomic blanks: a subject of nothing but blanks must not be tried in every division.
    [GeneratedRegex(@"\A(?:(?:re|aw|sv|antw|回复|回覆)(?>\s*)(?:\[\d{1,3}\](?>\s*))?[:：](?>\s*))+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answering();
}
