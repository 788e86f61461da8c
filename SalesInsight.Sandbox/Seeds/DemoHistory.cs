using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Seeds;

/// <summary>What a first sync must leave alone: logged activities, a series, a queue's task, an archived one.</summary>
internal static class DemoHistory
{
    internal static void Fill(SandboxOrg org, DemoRecords records)
    {
        var mara = org.As(SetupSeed.Mara);
        var today = DemoSeed.Today(org, mara);
        Logged(org, mara, "Email: Pilot pricing, version 3", "Email", records["Dana Whitfield"], 19);
        Logged(org, mara, "Email: Re: security questionnaire", "Email", records["Priya Raghunathan"], 21);
        Logged(org, mara, "Call: left a voicemail", "Call", records["Yuki Tanaka"], 22);
        DemoSeed.Put(
            org, mara, "Task", 23, ("Subject", "Weekly pipeline check"), ("IsRecurrence", true),
            ("RecurrenceStartDateOnly", today.AddDays(-7)), ("RecurrenceEndDateOnly", today.AddDays(28)),
            ("RecurrenceType", "RecursWeekly"), ("RecurrenceInterval", 1),
            ("RecurrenceDayOfWeekMask", 1 << (int)DayOfWeek.Friday),
            ("RecurrenceTimeZoneSidKey", "Europe/Amsterdam"));
        DemoSeed.Put(
            org, mara, "Task", 6, ("Subject", "Qualify inbound web lead"), ("OwnerId", records["Inbound EMEA"]),
            ("ActivityDate", today));
        var notes = DemoSeed.Put(
            org, mara, "Task", 24 * 500, ("Subject", "Kick-off notes 2024"), ("WhoId", records["Ben Okafor"]),
            ("ActivityDate", today.AddDays(-500)), ("Status", "Completed"));
        org.Maintenance.ArchiveTask(notes);
    }

    private static void Logged(
        SandboxOrg org, CallContext owner, string subject, string subtype, string person, double hoursAgo) =>
        DemoSeed.Put(
            org, owner, "Task", hoursAgo, ("Subject", subject), ("TaskSubtype", subtype), ("Type", subtype),
            ("WhoId", person), ("Status", "Completed"),
            ("ActivityDate", DemoSeed.Today(org, owner).AddDays(-1)));
}
