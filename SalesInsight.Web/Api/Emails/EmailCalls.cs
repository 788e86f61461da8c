using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Web.Emails;

namespace SalesInsight.Web.Api.Emails;

/// <summary>The calls about mail. Each may be repeated after its reply was lost.</summary>
internal static class EmailCalls
{
    /// <summary>A mail as it travels, an .eml file.</summary>
    public const string MimeType = "message/rfc822";

    /// <summary>Bytes; what most servers let through, attachments included (facts 5.2).</summary>
    public const int MimeLengthMax = 25 * 1024 * 1024;

    public static async Task<IResult> ReportAsync(
        HttpRequest request, ClaimsPrincipal person, EmailReporter reporter, IEmailLog log,
        IStringLocalizer<EmailText> text, CancellationToken stop)
    {
        if (IsMime(request)) return await ReportMimeAsync(request, person, reporter, log, text, stop);
        var (json, unread) = await JsonBody.ReadAsync(request, stop);
        if (unread is not null) return unread.Answer();
        var (mail, problem, errors) = EmailBody.Read(json);
        return problem is null
            ? await ReportAsync(mail, person, reporter, log, text, stop)
            : problem.Answer(errors);
    }

    public static async Task<IResult> ReportEventAsync(
        Guid id, HttpRequest request, ClaimsPrincipal person, EmailReporter reporter, IEmailLog log,
        IStringLocalizer<EmailText> text, CancellationToken stop)
    {
        var (json, unread) = await JsonBody.ReadAsync(request, stop);
        if (unread is not null) return unread.Answer();
        var (happened, problem, errors) = EmailBody.ReadEvent(json);
        return problem is null
            ? Answer(await log.ReportAsync(await reporter.OfAsync(person, id, stop), id, happened, stop), text)
            : problem.Answer(errors);
    }

    public static async Task<IResult> GetAsync(
        Guid id, ClaimsPrincipal person, EmailReporter reporter, IEmailLog log, IStringLocalizer<EmailText> text,
        CancellationToken stop) =>
        await log.FindAsync(await reporter.OfAsync(person, id, stop), id, stop) is { } mail
            ? TypedResults.Ok(EmailAnswer.Of(mail, text))
            : ApiProblem.EmailNotFound.Answer();

    private static bool IsMime(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == MimeType;

    private static async Task<IResult> ReportAsync(
        EmailInput mail, ClaimsPrincipal person, EmailReporter reporter, IEmailLog log,
        IStringLocalizer<EmailText> text, CancellationToken stop) =>
        await reporter.OfAsync(person, mail.From, stop) is { } userId
            ? Answer(await log.ReportAsync(userId, mail, stop), text)
            : ApiProblem.SenderUnknown.Answer();

    private static async Task<IResult> ReportMimeAsync(
        HttpRequest request, ClaimsPrincipal person, EmailReporter reporter, IEmailLog log,
        IStringLocalizer<EmailText> text, CancellationToken stop)
    {
        if (await JsonBody.ReadBytesAsync(request, MimeLengthMax, stop) is not { } mime)
            return ApiProblem.MailTooLarge.Answer();
        return EmailInput.FromMime(mime) is { } mail
            ? await ReportAsync(mail, person, reporter, log, text, stop)
            : ApiProblem.MailUnreadable.Answer();
    }

    private static IResult Answer(EmailReport report, IStringLocalizer<EmailText> text) => report switch
    {
        EmailReport.Taken { Email: var mail } =>
            TypedResults.Created($"{ApiSetup.Base}/emails/{mail.Id}", EmailAnswer.Of(mail, text)),
        EmailReport.Known { Email: var mail } => TypedResults.Ok(EmailAnswer.Of(mail, text)),
        EmailReport.Refused { Problems: var problems } =>
            ApiProblem.ValuesRefused.Answer([.. problems.Select(EmailProblems.Say)]),
        EmailReport.NotYours => ApiProblem.SenderNotYours.Answer(),
        EmailReport.Unknown => ApiProblem.EmailNotFound.Answer(),
        _ => throw new UnreachableException(),
    };
}
