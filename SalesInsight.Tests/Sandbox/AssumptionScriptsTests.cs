using System.Diagnostics;
using SalesInsight.Sandbox;
using SalesInsight.Tests.House;

namespace SalesInsight.Tests.Sandbox;

/// <summary>The scripts of docs/assumptions see what the sandbox assumes, either way. Bash, curl, node.</summary>
[Trait("Category", "Long")]
public sealed class AssumptionScriptsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static TheoryData<string, string, string, string> Answers => new()
    {
        { "01-upsert-by-external-id.sh", "", "", "yes: first 201 created=true, then 200 created=false" },
        { "02-delete-and-archive-stamps.sh", "DeleteBumpsSystemModstamp", "True", "yes: delete: SystemModstamp" },
        { "02-delete-and-archive-stamps.sh", "DeleteBumpsSystemModstamp", "False", "no: delete: SystemModstamp" },
        { "02-delete-and-archive-stamps.sh", "DeleteBumpsLastModifiedDate", "True", "yes: delete: LastModified" },
        { "02-delete-and-archive-stamps.sh", "DeleteBumpsLastModifiedDate", "False", "no: delete: LastModified" },
        { "02-delete-and-archive-stamps.sh", "ArchivingBumpsSystemModstamp", "True", "yes: archive: " },
        { "02-delete-and-archive-stamps.sh", "ArchivingBumpsSystemModstamp", "False", "no: archive: " },
        { "03-composite-sees-earlier-writes.sh", "CompositeSeesEarlierWrites", "True", "yes: the query found 1" },
        { "03-composite-sees-earlier-writes.sh", "CompositeSeesEarlierWrites", "False", "no: the query found 0" },
        { "04-http-statuses.sh", "RowLockedStatus", "400", "a locked row: 400 UNABLE_TO_LOCK_ROW" },
        { "04-http-statuses.sh", "RowLockedStatus", "500", "a locked row: 500 UNABLE_TO_LOCK_ROW" },
        { "04-http-statuses.sh", "DuplicateValueStatus", "400", "a unique value twice: 400 DUPLICATE_VALUE" },
        { "04-http-statuses.sh", "DuplicateValueStatus", "409", "a unique value twice: 409 DUPLICATE_VALUE" },
        { "04-http-statuses.sh", "CrossReferenceStatus", "400", "a person who is gone: 400 INVALID_CROSS_" },
        { "04-http-statuses.sh", "CrossReferenceStatus", "404", "a person who is gone: 404 INVALID_CROSS_" },
        { "04-http-statuses.sh", "ApiDisabledStatus", "403", "an org without API: 403 API_DISABLED_FOR_ORG" },
        { "04-http-statuses.sh", "ApiDisabledStatus", "400", "an org without API: 400 API_DISABLED_FOR_ORG" },
        { "05-call-object.sh", "CallObjectVisible", "True", "yes: createable=true filterable=true" },
        { "05-call-object.sh", "CallObjectVisible", "False", "no: no such field, written 400" },
        { "06-email-services-address.sh", "EmailAddressReadable", "True", "yes: readable" },
        { "06-email-services-address.sh", "EmailAddressReadable", "False", "no: not readable: 400 INVALID_TYPE" },
        { "06-email-services-address.sh", "EmailAddressRunsAsUser", "True", "yes: RunAsUserId names" },
        { "06-email-services-address.sh", "EmailAddressRunsAsUser", "False", "no: RunAsUserId names the user in 0" },
        { "07-token-errors.sh", "LoginRestrictedText", "ip restricted", "a forbidden address: invalid_grant: ip " },
        { "07-token-errors.sh", "LoginRestrictedText", "ip restricted or invalid login hours", "login hours" },
        { "07-token-errors.sh", "InactiveOrgCode", "inactive_org", "a locked organization: inactive_org: " },
        { "07-token-errors.sh", "InactiveOrgCode", "invalid_grant", "a locked organization: invalid_grant: " },
        { "07-token-errors.sh", "InactiveUserCode", "invalid_grant", "a deactivated user: invalid_grant: " },
        { "07-token-errors.sh", "InactiveUserCode", "inactive_user", "a deactivated user: inactive_user: " },
        { "08-query-url-in-a-composite.sh", "CompositeUrlIsLimited", "False", "yes: the part answered 200" },
        { "08-query-url-in-a-composite.sh", "CompositeUrlIsLimited", "True", "no: the part answered 414" },
        { "09-ui-api-task.sh", "", "", "no: ui-api/object-info/Task answered 404" },
        { "10-lead-conversion.sh", "LeadConversion", "MovesTasks", "yes: SystemModstamp" },
        { "10-lead-conversion.sh", "LeadConversion", "MovesTasksUnstamped", "no: SystemModstamp" },
        { "10-lead-conversion.sh", "LeadConversion", "LeavesTasks", "no: the task names" },
        { "11-push-topic.sh", "", "", "no: creating one answered 404" },
        { "12-retrieve-null.sh", "RetrieveAnswersNull", "True", "yes: 200 null,row" },
        { "12-retrieve-null.sh", "RetrieveAnswersNull", "False", "no: 200 row" },
        { "13-if-unmodified-since.sh", "", "", "yes: it answered 412" },
        { "14-trimmed-text.sh", "TrimsText", "True", "yes: stored as" },
        { "14-trimmed-text.sh", "TrimsText", "False", "no: stored as" },
        { "15-item-out-of-sight.sh", "UnseenItemCode", "NOT_FOUND", "an item out of sight: NOT_FOUND" },
        {
            "15-item-out-of-sight.sh", "UnseenItemCode", "INVALID_CROSS_REFERENCE_KEY",
            "an item out of sight: INVALID_CROSS_REFERENCE_KEY"
        },
        { "16-duplicate-out-of-sight.sh", "DuplicateNamesUnseen", "True", "yes: duplicate value found" },
        { "16-duplicate-out-of-sight.sh", "DuplicateNamesUnseen", "False", "no: duplicate value found: <unknown>" },
        { "17-undelete-stamps.sh", "UndeleteBumpsStamps", "True", "yes: SystemModstamp" },
        { "17-undelete-stamps.sh", "UndeleteBumpsStamps", "False", "no: SystemModstamp" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Script_UnderAnAnswer_SeesIt(string script, string assumption, string answer, string expected)
    {
        var options = new SandboxOptions { Seed = "empty" };
        SandboxAssumptions.All.SingleOrDefault(known => known.Name == assumption)?.Set(options, answer);
        await using var caller = await RestCaller.StartAsync(options);

        (await RunAsync(script, caller)).Should().Contain(expected);
    }

    [Fact]
    public void Answers_OfEverySwitch_AreAllAskedFor()
    {
        var asked = Answers.Select(row => (row.Data.Item2, row.Data.Item3)).Where(pair => pair.Item1.Length > 0);

        asked.Should().BeEquivalentTo(SandboxAssumptions.All.SelectMany(
            known => known.Answers.Select(answer => (known.Name, $"{answer}"))));
    }

    private static async Task<string> RunAsync(string script, RestCaller caller)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var bash = Process.Start(Command(script, caller))!;
        try
        {
            var printed = bash.StandardOutput.ReadToEndAsync(limit.Token);
            var complained = bash.StandardError.ReadToEndAsync(limit.Token);
            await bash.WaitForExitAsync(limit.Token);
            return bash.ExitCode == 0
                ? await printed
                : throw new InvalidOperationException($"{script} broke off:\n{await printed}\n{await complained}");
        }
        finally
        {
            if (!bash.HasExited) bash.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Command(string script, RestCaller caller)
    {
        var jonas = caller.Org.Sessions.Issue(caller.Org.As(RestCaller.Jonas).UserId, "tests");
        var command = new ProcessStartInfo(
            "bash", [Path.Combine(SourceTree.Root, "docs", "assumptions", script)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        command.Environment["INSTANCE_URL"] = caller.Server.Url.ToString();
        command.Environment["ACCESS_TOKEN"] = caller.Session.AccessToken;
        command.Environment["OTHER_ACCESS_TOKEN"] = jonas.AccessToken;
        command.Environment["NO_PROXY"] = "127.0.0.1";
        return command;
    }
}
