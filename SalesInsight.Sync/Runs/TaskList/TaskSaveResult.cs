using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>What became of a person's change. Nothing typed is ever lost: every refusal says what stands now.</summary>
public abstract record TaskSaveResult
{
    private TaskSaveResult() { }

    /// <summary>Written; it goes out within seconds if the sync is on.</summary>
    public sealed record Saved(TaskView Task) : TaskSaveResult;

    /// <summary>Not written: all problems at once, by field.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : TaskSaveResult;

    /// <summary>Not written: somebody else changed these fields since the picture was taken. Other fields of the same
    /// edit would not have clashed: an edit of disjoint fields is merged and saved.</summary>
    public sealed record Stale(TaskView Current, IReadOnlyList<TaskField> Clashing) : TaskSaveResult;

    /// <summary>No such task of this user; it may have been deleted meanwhile.</summary>
    public sealed record Gone : TaskSaveResult;

    /// <summary>One problem of one field.</summary>
    public sealed record Problem(TaskField Field, ProblemCode Code);

    /// <summary>What is wrong with a value; each has one sentence in the resources.</summary>
    public enum ProblemCode
    {
        /// <summary>A task needs a name (not only spaces).</summary>
        SubjectEmpty,

        /// <summary>More than 255 characters.</summary>
        SubjectTooLong,

        /// <summary>More than 100,000 characters.</summary>
        DetailsTooLong,

        /// <summary>Before 1700-01-01 or after 4000-12-31, Salesforce's range of dates.</summary>
        DateOutOfRange,

        /// <summary>Not a Salesforce id.</summary>
        IdMalformed,

        /// <summary>Changed in Salesforce only: this mode brings tasks in.</summary>
        ReadOnly,
    }
}
