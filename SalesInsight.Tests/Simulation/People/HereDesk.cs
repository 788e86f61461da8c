using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Simulation.World;

namespace SalesInsight.Tests.Simulation.People;

/// <summary>Reps at their own pages, through the same service the pages use.</summary>
internal sealed class HereDesk(SimulatedWorld world)
{
    private const int LongLength = TaskContent.SentDetailsLengthMax + 20;

    private Truth Truth => world.Truth;

    public bool Does(Step step)
    {
        var rep = world.RepOf(step.A);
        switch (step.Kind)
        {
            case StepKind.HereAdd:
                Add(rep, step);
                return true;
            case StepKind.HereEdit:
                Edit(rep, step);
                return true;
            case StepKind.HereEditLong:
                EditLong(rep, step);
                return true;
            case StepKind.HereComplete:
            case StepKind.HereReopen:
                SetStatus(rep, step);
                return true;
            case StepKind.HereDelete:
                Delete(rep, step);
                return true;
            case StepKind.HereRestore:
                Restore(rep, step);
                return true;
            case StepKind.HereSend:
                Send(rep, step);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Rows of a rep, of things people know, in the order they were made.</summary>
    public List<(RowHere Row, Thing Thing)> RowsOf(Rep rep, bool isDeleted = false) =>
    [
        .. RowHere.All(world.Database.Connection)
            .Where(r => r.UserId == rep.UserId && r.IsDeleted == isDeleted)
            .Select(r => (r, Truth.Of(r.Details)!)).Where(r => r.Item2 is not null),
    ];

    /// <summary>Of every rep, deleted or not.</summary>
    public IEnumerable<(RowHere Row, Thing Thing)> AllRows() =>
        world.Reps.SelectMany(r => RowsOf(r).Concat(RowsOf(r, isDeleted: true)));

    public (RowHere Row, Thing Thing)? Pick(Rep rep, Step step, bool isDeleted = false)
    {
        var rows = RowsOf(rep, isDeleted);
        if (rows.Count == 0) return null;
        var last = rows.FindIndex(r => r.Thing == Truth.Last);
        return rows[step.B % 3 == 0 && last >= 0 ? last : step.B / 3 % rows.Count];
    }

    private void Add(Rep rep, Step step)
    {
        var thing = Truth.Begin(isBornHere: true, rep.Number);
        var (subject, details) = (Truth.NewValue(thing, Field.Subject), Truth.NewValue(thing, Field.Details));
        var due = step.B % 2 == 0 ? Truth.NewValue(thing, Field.Due) : null;
        var content = new TaskContent(
            subject, ReminderStatus.Open, step.B % 5 == 0 ? ReminderPriority.High : ReminderPriority.Normal,
            due is null ? null : DateOnly.ParseExact(due, "yyyy-MM-dd"), details);
        var saved = Now.Of(world.Pages.Tasks.AddAsync(rep.UserId, content, ReminderType.Custom, default));
        if (saved is not TaskSaveResult.Saved) throw new InvalidOperationException($"A new task was refused: {saved}");
        thing.StaysHere = !rep.IsOn || !world.Admin.SendsOf(rep);
        Note(thing, Field.Subject, subject, null);
        Note(thing, Field.Details, details, null);
        if (due is not null) Note(thing, Field.Due, due, null);
    }

    private void Edit(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (row, thing)) return;
        if (Now.Of(world.Pages.Tasks.FindAsync(rep.UserId, row.Id, default)) is not { } seen) return;
        var field = (Field)(step.B % 4 % 3);
        var value = Truth.NewValue(thing, field);
        var content = field switch
        {
            Field.Subject => seen.Content with { Subject = value },
            Field.Details => seen.Content with { Details = value },
            _ => seen.Content with { DueDate = DateOnly.ParseExact(value, "yyyy-MM-dd") },
        };
        if (step.B % 7 == 0) content = content with { Priority = Other(content.Priority) };
        var saved = Now.Of(world.Pages.Tasks.EditAsync(rep.UserId, seen, content, seen.Type, default));
        if (saved is TaskSaveResult.Saved) Note(thing, field, value, row[field]);
    }

    /// <summary>What Salesforce's field cannot hold is cut on its way out and never here (design 6).</summary>
    private void EditLong(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (row, thing)) return;
        if (Now.Of(world.Pages.Tasks.FindAsync(rep.UserId, row.Id, default)) is not { } seen) return;
        var value = Truth.NewValue(thing, Field.Details) + new string('x', LongLength);
        var saved = Now.Of(world.Pages.Tasks.EditAsync(
            rep.UserId, seen, seen.Content with { Details = value }, seen.Type, default));
        if (saved is not TaskSaveResult.Saved) return;
        Note(thing, Field.Details, value, row.Details);
        world.Situations.Count(Situation.LongDetails);
    }

    private void SetStatus(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (row, thing)) return;
        var status = step.Kind == StepKind.HereComplete ? ReminderStatus.Completed : ReminderStatus.Open;
        Now.Of(world.Pages.Tasks.SetStatusAsync(rep.UserId, row.Id, status, default));
        (thing.IsGoneForAll, thing.IsOpenEnough) = (false, false);
        Truth.Last = thing;
    }

    private void Delete(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (row, thing)) return;
        var isSending = world.Admin.HasIntent(row.Id);
        var saved = Now.Of(world.Pages.Tasks.DeleteAsync(rep.UserId, row.Id, default));
        if (saved is not TaskSaveResult.Saved) return;
        if (isSending && world.Under is not null) world.Situations.Count(Situation.DeleteDuringPush);
        Truth.Delete(thing, f => row[f]);
        thing.IsGoneForAll = thing.LateUntil < world.Clock.GetUtcNow() && !IsEditUnread(thing)
            && world.There.RecordsOf(thing, rep).All(r => r.IsDeleted || world.There.IsAllSeen(r, row));
    }

    /// <summary>Somebody there changed what the run under way has not told anybody, and sends over: an edit beats a
    /// deletion by who has not seen it.</summary>
    private bool IsEditUnread(Thing thing) =>
        world.Setup.DeleteRule == DeleteRule.EditWins && world.Under?.ReadAt is { } readAt
        && (thing.TouchedThereAt >= readAt || Truth.Writes.Any(
            w => w.Thing == thing && w is { IsHere: false, IsSuperseded: false } && w.At >= readAt));

    private void Restore(Rep rep, Step step)
    {
        if (Pick(rep, step, isDeleted: true) is not var (row, thing)) return;
        var saved = Now.Of(world.Pages.Tasks.RestoreAsync(rep.UserId, row.Id, default));
        if (saved is not TaskSaveResult.Saved) return;
        world.Situations.Count(Situation.Restore);
        thing.IsGoneForAll = false;
        thing.IsRestored = !thing.WasDeletedThere || world.Admin.IsRetired(row.Id);
        Truth.Last = thing;
    }

    private void Send(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (row, thing)) return;
        Now.Of(world.Pages.Tasks.SendByHandAsync(rep.UserId, row.Id, default));
        if (rep.IsOn && world.Admin.SendsOf(rep)) thing.StaysHere = false;
    }

    private void Note(Thing thing, Field field, string value, string? shown)
    {
        var now = world.Clock.GetUtcNow();
        var write = Truth.Type(thing, field, value, shown, isHere: true, now);
        write.OurStampAt = world.Under?.ReadAt is not null ? now : world.WroteAt;
    }

    private static ReminderPriority Other(ReminderPriority priority) =>
        priority == ReminderPriority.High ? ReminderPriority.Normal : ReminderPriority.High;
}
