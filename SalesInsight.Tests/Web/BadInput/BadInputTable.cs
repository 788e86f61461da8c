using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.Connection;
using static SalesInsight.Tests.Web.BadInput.BadInputActs;

namespace SalesInsight.Tests.Web.BadInput;

/// <summary>What may come in, and what the person reads about it.</summary>
internal static class BadInputTable
{
    private const string Html = "<img src=x onerror=alert(1)><b>Bold</b> & \"quoted\"";

    private static readonly string Long = string.Concat(Enumerable.Repeat("0123456789", 4_000));

    public static IReadOnlyList<BadInputRow> Rows { get; } =
    [
        new("dead grant",
            GivenOneWaitingAsync,
            LoseGrantAsync,
            Tasks("Banner.Reconnect"), Tasks("Banner.ReconnectOne"), Tasks("Banner.Reconnect.Do")),

        new("org without API",
            Nothing,
            world =>
            {
                world.Sandbox.Org.ApiDisabled = true;
                return world.ConnectAsync();
            },
            Connecting("Problem.NoApiAccess"), Connecting("Problem.Nothing"), Connecting("Line.None")),

        new("refused consent",
            Nothing,
            world => world.ConnectAsync("deny"),
            Connecting("Problem.ConsentRefused"), Connecting("Problem.Nothing"), Connecting("Line.None")),

        new("wrong state",
            Nothing,
            world => world.ConnectAsync(onTheWayBack: back => back.Replace("state=", "state=x")),
            Connecting("Problem.SignInExpired"), Connecting("Problem.Nothing"), Connecting("Line.None")),

        new("hostile login host",
            Nothing,
            world => world.LeaveForAsync("https://login.salesforce.com.evil.example"),
            Connecting("Problem.LoginHostNotAllowed"), Connecting("Problem.Nothing"), Connecting("Line.None")),

        new("300-character subject",
            world => world.SyncAsync(),
            world => QuickAdd(world, new string('x', 300)),
            Tasks("Problem.SubjectTooLong")),

        new("subject of spaces",
            world => world.SyncAsync(),
            world => QuickAdd(world, "     "),
            Tasks("Problem.SubjectEmpty")),

        new("40,000-character details",
            GivenOneSyncedAsync,
            world => EditAndSyncAsync(world, "task-details", Long),
            Tasks("Form.DetailsLong"), Tasks("Toast.Saved", Draft))
        {
            Changes =
            [
                "here reminder_tasks.Details: nothing to 40,000 characters",
                "there Task.Description: nothing to 32,000 characters",
            ],
        },

        new("due date before 1700",
            GivenOneSyncedAsync,
            world => EditAsync(world, "task-due", "1600-01-01"),
            Tasks("Problem.DateOutOfRange")),

        new("due date after 4000",
            GivenOneSyncedAsync,
            world => EditAsync(world, "task-due", "4001-01-01"),
            Tasks("Problem.DateOutOfRange")),

        new("due date no calendar has",
            GivenOneSyncedAsync,
            world => EditAsync(world, "task-due", "20261-01-01"),
            Tasks("Problem.DateOutOfRange")),

        new("HTML in a subject from Salesforce",
            world => GivenThereAsync(world, Html),
            ReadAsPlainTextAsync,
            Html),

        new("the same task edited in two browser tabs",
            GivenTwoTabsAndOneSavedAsync,
            SaveTheOtherTabAsync,
            Tasks("Stale.Head"), Tasks("Stale.Explain"), "Yours Mine", "Theirs Theirs", Tasks("Stale.Keep"),
            Tasks("Stale.Take")),

        new("sandbox stopped in mid-run",
            GivenOneWaitingAsync,
            StopInMidRunAsync,
            Tasks("Banner.Offline"), Tasks("Banner.OfflineMore")),
    ];

    private static string Tasks(string key, params object[] values) => Sentence.Of<CommandCenterText>(key, values);

    private static string Connecting(string key) => Sentence.Of<ConnectionText>(key);
}
