using SalesInsight.Sync.EmailLog;
using SalesInsight.Web.Api.Tokens;

namespace SalesInsight.Web.Api.Emails;

/// <summary>/api/v1/emails: mail a user sent, what happened to it, and where it was logged.</summary>
internal static class EmailEndpoints
{
    public static void MapEmails(this IEndpointRouteBuilder api)
    {
        var emails = api.MapGroup("/emails").WithTags("Emails");
        emails.MapPost("", EmailCalls.ReportAsync).Needs(ApiAccess.Report).WithName("reportEmail")
            .WithSummary("Reports an email you sent; it is logged to Salesforce within seconds.")
            .WithDescription("Known by its Message-ID: reported again, the answer is 200 and how it stands now, and "
                + "what was not logged is tried once more. Required: messageId, from (your own address), to or cc. The "
                + "email itself (an .eml file, 25 MiB) will do too, as message/rfc822.")
            .Takes<EmailInput>()
            .Produces<EmailAnswer>(StatusCodes.Status201Created).Produces<EmailAnswer>()
            .Fails(ApiProblem.BodyNotJson, ApiProblem.SenderNotYours, ApiProblem.SenderUnknown,
                ApiProblem.BodyTooLarge, ApiProblem.MediaTypeNotJson, ApiProblem.ValuesRefused,
                ApiProblem.MailUnreadable);
        emails.MapPost("/{id:guid}/events", EmailCalls.ReportEventAsync).Needs(ApiAccess.Report)
            .WithName("reportEmailEvent")
            .WithSummary("Reports that an email was opened, clicked, replied to or bounced; each event counts once.")
            .WithDescription("Required: event and address, one of the email's recipients. A reply is logged like an "
                + "email, while you log replies.")
            .Takes<EmailEventInput>().Produces<EmailAnswer>()
            .Fails(ApiProblem.BodyNotJson, ApiProblem.EmailNotFound, ApiProblem.BodyTooLarge,
                ApiProblem.MediaTypeNotJson, ApiProblem.ValuesRefused);
        emails.MapGet("/{id:guid}", EmailCalls.GetAsync).Needs(ApiAccess.Report).WithName("getEmail")
            .WithSummary("One email: for each address where it was logged, or why not.")
            .Produces<EmailAnswer>().Fails(ApiProblem.EmailNotFound);
    }
}
