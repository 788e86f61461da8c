using System.Diagnostics;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.CommandCenter.Rows;
using SalesInsight.Web.CommandCenter.Status;
using SalesInsight.Web.CommandCenter.Words;
using SalesInsight.Web.Connection;

namespace SalesInsight.Tests.Web.BadInput;

/// <summary>What docs/errors.md has to say: every fault, in the words and with the buttons of the pages.</summary>
internal static class ErrorsDocument
{
    private static readonly SyncStatus Synced = new(
        TaskSyncMode.Both, IsPaused: false, IsConnected: true, NeedsReconnect: false, Running: null, LastSuccess: null,
        LastFault: null, LastErrorCode: null, NextAttempt: null, WaitingChanges: 0, ParkedCount: 0, HeldCount: 0,
        FirstSyncDone: true);

    public static string Render() => $"""
        # What can go wrong, and what the person reads
        A test compares this page with the texts and the pages of the product and prints what it should say.

        ## A whole run failed
        Shown as a banner above the lists. Edits are kept here and sent when it is over.

        | code | sentence | who can do something about it | button |
        | --- | --- | --- | --- |
        {Lines(Enum.GetValues<FaultCode>().Where(code => code < FaultCode.RowLocked).Select(Run))}

        ## One task was refused
        Shown below the task, which waits; all others go on. Where the org's own message helps, it is quoted instead.

        | code | sentence | who can do something about it | button |
        | --- | --- | --- | --- |
        {Lines(Enum.GetValues<FaultCode>().Where(code => code >= FaultCode.RowLocked).Select(Row))}

        ## Connecting failed, or a connection stopped working
        Shown on the page Salesforce, with '{Connecting("Problem.Nothing")}' The button is '{Connecting(
            "Connect.Action")}', or '{Connecting("Dead.Action")}' where there was a connection.

        | code | sentence | who can do something about it |
        | --- | --- | --- |
        {Lines(Enum.GetValues<ConnectionProblem>().Select(problem =>
            $"| {problem} | {Connecting($"Problem.{problem}")} | {WhoCures(problem)} |"))}

        """;

    private static string Run(FaultCode code)
    {
        var status = Synced with { LastFault = code, NeedsReconnect = code == FaultCode.GrantRevoked };
        var (sentence, button) = BannerState.Of(status) switch
        {
            BannerState.NeedsReconnect => (Tasks("Banner.Reconnect"), Tasks("Banner.Reconnect.Do")),
            BannerState.Offline => (Tasks("Banner.Offline"), ""),
            BannerState.Slower => ($"{Tasks("Banner.Slower")} {Tasks("Banner.SlowerMore")}", ""),
            BannerState.Spent => ($"{Tasks("Banner.Slower")} {Tasks("Banner.SpentMore")}", ""),
            BannerState.Trouble trouble => (Words().FaultSentence(trouble.Fault), ""),
            _ => throw new UnreachableException(),
        };
        return $"| {code} | {sentence} | {Words().Cure(code)} | {button} |";
    }

    private static string Row(FaultCode code)
    {
        var parked = new TaskSyncState(SyncGlyph.Parked, ReasonCode.RefusedValue, At: null, Fault: code);
        var note = RowNote.Of(parked).Should().BeOfType<RowNote.Refused>().Subject;
        var sentence = $"{Tasks("Note.Refused")} {Words().Fault(code)}.";
        var button = Tasks(note.CanFix ? "Note.FixIt" : "Note.TryAgain");
        return $"| {code} | {sentence} | {Words().Cure(code)} | {button} |";
    }

    private static string WhoCures(ConnectionProblem problem) => problem switch
    {
        ConnectionProblem.SignInExpired or ConnectionProblem.CodeRejected or ConnectionProblem.GrantRevoked => "you",
        ConnectionProblem.NotReachable => "you, later",
        ConnectionProblem.LoginHostNotAllowed or ConnectionProblem.Unexpected or ConnectionProblem.ReadsForAll =>
            "you, or an admin here",
        ConnectionProblem.TakenByAnotherUser => "you, or that person",
        ConnectionProblem.ConsentRefused => "you, or your Salesforce admin",
        ConnectionProblem.AddressNotAllowed => "an admin here",
        ConnectionProblem.AppRejected or ConnectionProblem.GrantIncomplete =>
            "an admin here, together with your Salesforce admin",
        ConnectionProblem.NoApiAccess or ConnectionProblem.UserInactive or ConnectionProblem.OrganizationInactive
            or ConnectionProblem.NetworkRestricted or ConnectionProblem.SeesTooLittle => "your Salesforce admin",
        _ => throw new UnreachableException(),
    };

    private static string Lines(IEnumerable<string> rows) => string.Join('\n', rows);

    private static string Tasks(string key) => Sentence.Of<CommandCenterText>(key);

    private static string Connecting(string key) => Sentence.Of<ConnectionText>(key);

    private static SyncWords Words() => new(Sentence.Texts<SyncText>());
}
