using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Web.Api;
using SalesInsight.Web.Api.Emails;
using SalesInsight.Web.Api.Tasks;
using SalesInsight.Web.Emails;

namespace SalesInsight.Tests.Web.Api;

/// <summary>What docs/api.md has to say.</summary>
internal static class ApiDocument
{
    public static string Render() => $$"""
        # The API, for scripts
        A test compares this page with the product and prints what it should say. Every call and its fields:
        `/openapi/v1.json` of a running install.

        ## A token
        Settings -> My Account -> **API tokens**: name, scopes, and an expiry within {{ApiToken.LifetimeMax.Days}} days.
        It is shown once; only its hash is kept. It has the rights of its user and never an admin's, and stops working
        when it is revoked or expires, or its user is deactivated. Send it with every call; cookies count for nothing
        and other sites may not call. In the demo one for each person is printed at start.
        ```
        curl -H "Authorization: Bearer $TOKEN" http://localhost:5080{{ApiSetup.Base}}/tasks
        ```

        | scope | for |
        | --- | --- |
        | tasks:read | `GET /tasks`, `GET /tasks/{id}`, `GET /sync` |
        | tasks:write | `POST /tasks`, `PATCH` and `DELETE /tasks/{id}`, complete, reopen, `POST /sync/run` |
        | emails:report | `POST /emails`, `GET /emails/{id}`, `POST /emails/{id}/events` |
        | emails:report-others | with emails:report, the same calls for every sender here: service tokens alone |
        | settings | reserved for reading and saving one's settings |

        A service token is made by an admin under Admin Settings, Service tokens, for a program that reports the
        email of several people. It speaks for the active user whose address is in From, and stops working when its
        admin is one no more.

        Each token may make 600 calls a minute (`Api:CallsPerMinuteMax`).

        ## Repeating a call whose reply was lost
        - **Add**: send an `Idempotency-Key` of your own (1 to {{IdempotencyKey.LengthMax}} visible characters). The
          same key of the same user names the same task for ever: 201 at first, then 200 and the task as it stands now.
        - **Change**: send `If-Match` with the `ETag` you read. 412 means the task was changed since, perhaps by your
          own first try: read and compare. `If-Match: *` changes whatever stands.
        - **Complete, reopen**: may be repeated; `If-Match` is optional. **Delete**: a repetition is answered 404.
        - **Report an email**: it is known by its Message-ID: 201 at first, then 200 and how it stands now; what was
          not logged is tried once more. **Report an event**: send an `id` of your own, and it counts once.

        {{Email}}

        ## Problems
        Every failure is `application/problem+json` with `type`, `title`, `status` and `code`. Code and status of a
        problem never change; titles may. `type` is `urn:salesinsight:problem:` and the code.

        | code | status | title |
        | --- | --- | --- |
        {{Lines(ApiProblem.All.Select(problem => $"| {problem.Code} | {problem.Status} | {problem.Title} |"))}}

        `values-refused` lists in `errors` each field with its code:

        | code | detail |
        | --- | --- |
        {{Lines(Body.Select(one => $"| {one.Code} | {one.Detail} |"))}}
        {{Lines(Enum.GetValues<TaskSaveResult.ProblemCode>().Select(code =>
            $"| {ApiNames.Of(code)} | {TaskAnswers.Detail(code)} |"))}}

        And for email and its events:

        | code | detail |
        | --- | --- |
        {{Lines(EmailBodies.Select(one => $"| {one.Code} | {one.Detail} |"))}}
        {{Lines(Enum.GetValues<EmailReport.ProblemCode>().Select(code =>
            $"| {ApiNames.Of(code)} | {EmailProblems.Detail(code)} |"))}}

        """;

    private static string Email => $$"""
        ## Email
        A report of mail you sent is enough; it is logged to leads and contacts by your rules within seconds (how:
        [email.md](email.md)). `GET /emails/{id}` says for each address where it was logged, or why not: one `reason`
        and its `sentence`.
        ```
        curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \
          http://localhost:5080{{ApiSetup.Base}}/emails \
          -d '{"messageId":"<1@example.com>","from":"you@example.com","to":["ann@example.org"],"subject":"Hello"}'
        ```
        The email itself will do too: an .eml file of up to {{EmailCalls.MimeLengthMax >> 20}} MiB, sent as
        `{{EmailCalls.MimeType}}`.

        | reason | sentence |
        | --- | --- |
        {{Lines(Enum.GetValues<EmailReason>().Select(reason => $"| {ApiNames.Of(reason)} | {Sentence(reason)} |"))}}
        """;

    private static IEnumerable<FieldProblem> EmailBodies =>
        EmailBody.Read("""{"to":1,"sentAt":1,"attachments":[1,{"bytes":""}]}"""u8.ToArray()).Errors;

    private static string Sentence(EmailReason reason)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var sentence = services.GetRequiredService<IStringLocalizer<EmailText>>()[$"Reason.{reason}"];
        return sentence.ResourceNotFound ? throw new InvalidOperationException($"{reason} has no sentence") : sentence;
    }

    /// <summary>What a body can get wrong before a task is looked at, read off the reader itself.</summary>
    private static IEnumerable<FieldProblem> Body =>
        new[]
        {
            """{"nothing":1}""", """{"subject":1}""", """{"subject":"\u0000"}""", """{"dueDate":1}""",
            """{"status":1}""",
        }.SelectMany(json => ((BodyReading.Refused)TaskBody.Read(
            System.Text.Encoding.UTF8.GetBytes(json), TaskValues.New)).Errors);

    private static string Lines(IEnumerable<string> rows) => string.Join('\n', rows);
}
