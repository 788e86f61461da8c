namespace SalesInsight.Tests.Browser.FaultLab;

/// <summary>One fault in the live demo.</summary>
/// <param name="Fault">As the page names it.</param>
/// <param name="Meet">What the rep does while it is on; gets a word to tell this case's tasks by.</param>
/// <param name="Heal">What shows that it is over, once it is off.</param>
internal sealed record LabCase(
    string Fault, Func<LabDesk, string, Task> Meet, Func<LabDesk, string, Task> Heal)
{
    private const string NoAnswer = "Salesforce does not answer.";
    private const string Locked = "somebody is working on the record there, it is tried again";
    private const string Hidden = "Salesforce no longer shows you this task.";
    private const string Revoked = "Salesforce took back its permission.";

    public static readonly LabCase OutOfService = Banner("Out of service (503)", NoAnswer);

    public static readonly LabCase GzipLie = Silent("Compressed, or so it says");

    /// <summary>Each leaves the desk in step, so that the next one starts from there.</summary>
    public static IReadOnlyList<LabCase> All { get; } =
    [
        Silent("Slow answers"),
        OutOfService,
        Banner("Turned away at the edge (420)", "Salesforce asks for fewer calls for a moment."),
        Banner("A web page in place of data", NoAnswer),
        GzipLie,
        Banner("Cut off in mid-answer", NoAnswer),
        Silent("Answer lost after saving"),
        new("Locked records", (desk, task) => CompleteAsync(desk, task, Locked), IsCompletedThereAsync(Locked)),
        new("Late commits", MadeThereIsNotHereAsync, ComesInAsync),
        new("Wrong clock", BothWaysAsync, ChangedThereComesInAsync),
        new("Daily limit reached", (desk, task) => AddAsync(desk, task, "has used up its API calls for today"),
            // By itself it looks again after an hour, and the screen offers not to wait.
            (desk, task) => IsInStepAsync(desk, task, desk.Here.SyncNowAsync)),
        new("Read access removed", (desk, task) => CompleteAsync(desk, task, Hidden), IsCompletedThereAsync(Hidden)),
    ];

    /// <summary>What happens once: no switch brings it back, so the app, or a person, must.</summary>
    public static LabCase SessionEnded { get; } = Silent("Session ended (401)");

    public static LabCase PermissionRevoked { get; } = new(
        "Permission revoked",
        (desk, task) => AddAsync(desk, task, Revoked),
        (desk, task) => IsInStepAsync(desk, task, desk.ReconnectAsync));

    private static LabCase Banner(string fault, string sentence) => new(
        fault,
        (desk, task) => AddAsync(desk, task, sentence),
        async (desk, task) =>
        {
            await desk.SaysNoMoreAsync(sentence);
            await IsInStepAsync(desk, task);
        });

    /// <summary>Nothing to explain: what was to be done is done while it lasts.</summary>
    private static LabCase Silent(string fault) => new(fault, BothWaysAsync, ChangedThereComesInAsync);

    private static async Task AddAsync(LabDesk desk, string task, string sentence)
    {
        await desk.Here.AddForTodayAsync(task);
        await desk.SaysAsync(sentence);
    }

    private static async Task CompleteAsync(LabDesk desk, string task, string sentence)
    {
        await desk.Here.CompleteAsync(LabDesk.Prepared(task));
        await desk.SaysAsync(sentence);
    }

    private static async Task BothWaysAsync(LabDesk desk, string task)
    {
        await desk.Here.AddForTodayAsync(task);
        await desk.There.SeesAsync(task);
        await desk.There.CreateAsync($"{task}, there", Here.Today);
        await desk.Here.SyncNowAsync();
        await desk.Here.SeesAsync($"{task}, there");
    }

    private static async Task ChangedThereComesInAsync(LabDesk desk, string task)
    {
        await desk.There.RenameAsync(task, $"{task}, renamed");
        await desk.Here.SyncNowAsync();
        await desk.Here.SeesAsync($"{task}, renamed");
    }

    private static async Task MadeThereIsNotHereAsync(LabDesk desk, string task)
    {
        await desk.There.CreateAsync(task, Here.Today);
        await desk.Here.SyncNowAsync();
        await desk.Here.IsInStepAsync(LabDesk.Prepared(task));
        await desk.Here.SeesNoMoreAsync(task);
    }

    private static async Task ComesInAsync(LabDesk desk, string task)
    {
        await desk.There.SeesAsync(task);
        await desk.Here.SyncNowAsync();
        await desk.Here.SeesAsync(task);
    }

    private static async Task IsInStepAsync(LabDesk desk, string task, Func<Task>? hasten = null)
    {
        if (hasten is not null) await hasten();
        await desk.Here.Page.BringToFrontAsync();
        await desk.Here.IsInStepAsync(task);
        await desk.There.SeesAsync(task);
    }

    private static Func<LabDesk, string, Task> IsCompletedThereAsync(string sentence) => async (desk, task) =>
    {
        await desk.SaysNoMoreAsync(sentence);
        await desk.There.SeesCompletedAsync(LabDesk.Prepared(task));
    };
}
