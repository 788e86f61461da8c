using SalesInsight.Sync.Reminders;

namespace SalesInsight.Web.Demo;

/// <summary>A sample reminder, dated relative to the person's today.</summary>
/// <param name="DueIn">Days from today; null: no date.</param>
internal sealed record DemoTask(
    string Subject, ReminderType Type, int? DueIn, ReminderPriority Priority = ReminderPriority.Normal,
    string? Details = null)
{
    private static readonly DemoTask[] Maras =
    [
        new("Book a room for the Kestrel workshop", ReminderType.Custom, 0),
        new("Write the agenda for the Kestrel workshop", ReminderType.Email, 0, ReminderPriority.High,
            "Renewal, roll-out to the second site, training dates."),
        new("Call the Utrecht office about the stand", ReminderType.Call, 1),
        new("Collect the reference letters", ReminderType.InMail, 1),
        new("File the travel expenses", ReminderType.Custom, -3),
        new("Prepare the account review", ReminderType.Custom, 5),
        new("Read the new price rules", ReminderType.Custom, null),
    ];

    private static readonly DemoTask[] Jonass =
    [
        new("Confirm the Malmö visit", ReminderType.Call, 0, ReminderPriority.High),
        new("Thank the partner team", ReminderType.Email, 1),
        new("Tidy up the contact list", ReminderType.Custom, null),
    ];

    private static readonly DemoTask[] Iness =
    [
        new("Check the team's sync settings", ReminderType.Custom, 0),
        new("Plan the quarterly review", ReminderType.Custom, 1),
    ];

    public static IReadOnlyList<DemoTask> Of(DemoPerson person) =>
        person == DemoPerson.Mara ? Maras : person == DemoPerson.Jonas ? Jonass : Iness;

    public TaskContent Content(DateOnly today) => new(
        Subject,
        Priority: Priority,
        DueDate: DueIn is { } days ? today.AddDays(days) : null,
        Details: Details);
}
