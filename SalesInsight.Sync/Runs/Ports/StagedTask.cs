using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>Everything stored about one task, read together.</summary>
internal sealed record StagedTask(ReminderTask Task, TaskLink? Link, PushIntent? Intent, Parking? Parking);
