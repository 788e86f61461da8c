using System.Diagnostics;
using System.Text.Json;
using SalesInsight.Sync.EmailLog;
using static SalesInsight.Sync.EmailLog.EmailReport;

namespace SalesInsight.Web.Api.Emails;

/// <summary>What a script is told of a field that was refused.</summary>
internal static class EmailProblems
{
    public static FieldProblem Say(Problem problem) => new(
        JsonNamingPolicy.CamelCase.ConvertName(problem.Field), ApiNames.Of(problem.Code), Detail(problem.Code));

    internal static string Detail(ProblemCode code) => code switch
    {
        ProblemCode.MessageIdMalformed =>
            "Must be a Message-ID such as <1234@example.com>, of at most 996 characters without blanks.",
        ProblemCode.HeaderLineBreak => "Must hold no line break and no other control character.",
        ProblemCode.NotAnAddress =>
            "Must be e-mail addresses such as ann@example.com or Ann Lee <ann@example.com>.",
        ProblemCode.NoRecipient => "Name at least one address in to or cc.",
        ProblemCode.TooManyRecipients => "At most 500 addresses in to and cc together.",
        ProblemCode.SubjectTooLong => "At most 4,000 characters.",
        ProblemCode.TooManyReferences => "At most 200 references.",
        ProblemCode.TooManyAttachments => "At most 100 attachments; leave out the rest.",
        ProblemCode.AttachmentMalformed =>
            "Each needs a name of 1 to 255 characters and a size of 0 bytes or more.",
        ProblemCode.TimeOutOfRange => "Must lie neither before 1990 nor in the future.",
        ProblemCode.NotARecipient => "The email was not sent to this address.",
        ProblemCode.EventMissing => "Say what happened: opened, clicked, replied or bounced.",
        ProblemCode.EventIdMalformed => "Must be 1 to 200 visible characters.",
        _ => throw new UnreachableException(),
    };
}
