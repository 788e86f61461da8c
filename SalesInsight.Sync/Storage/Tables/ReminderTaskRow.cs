using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// reminder_tasks: the users' tasks, deleted ones too. A deletion only stamps the row, because the run that carries it
/// to Salesforce, Undo, Restore and the history all need what it was.
/// </summary>
internal sealed class ReminderTaskRow : TaskKeyedRow
{
    public Guid UserId { get; set; }

    public string Subject { get; set; } = "";

    public ReminderStatus Status { get; set; }

    public ReminderPriority Priority { get; set; }

    public DateOnly? DueDate { get; set; }

    public string? Details { get; set; }

    public string? PersonId { get; set; }

    public string? RelatedId { get; set; }

    public ReminderType Type { get; set; }

    /// <summary>Also the concurrency check: of two browser tabs that edit at once, one sees it moved.</summary>
    public long Version { get; set; }

    /// <summary>JSON, UTC ticks by field; null for a row nobody edited here, as imports are.</summary>
    public string? EditedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>No foreign key: the reason a task may go out outlives nothing and binds nothing.</summary>
    public Guid? OutboundConnectionId { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public bool DeletedByUser { get; set; }

    public static ReminderTaskRow From(ReminderTask task) => new()
    {
        TaskId = task.Id,
        UserId = task.UserId,
        Subject = task.Content.Subject,
        Status = task.Content.Status,
        Priority = task.Content.Priority,
        DueDate = task.Content.DueDate,
        Details = task.Content.Details,
        PersonId = task.Content.PersonId,
        RelatedId = task.Content.RelatedId,
        Type = task.Type,
        Version = task.Version,
        EditedAt = WriteTimes(task.EditedAt),
        CreatedAt = task.CreatedAt,
        OutboundConnectionId = task.OutboundConnectionId,
        DeletedAt = task.DeletedAt,
        DeletedByUser = task.DeletedByUser,
    };

    public ReminderTask ToTask() => new(
        TaskId,
        UserId,
        new TaskContent(Subject, Status, Priority, DueDate, Details, PersonId, RelatedId),
        Type,
        Version,
        ReadTimes(EditedAt),
        CreatedAt,
        OutboundConnectionId,
        DeletedAt,
        DeletedByUser);

    private static string? WriteTimes(EditTimes times) => times.Times.IsEmpty
        ? null
        : StoredJson.Write(times.Times.ToDictionary(t => t.Key, t => t.Value.UtcTicks));

    private static EditTimes ReadTimes(string? json) => json is null
        ? EditTimes.None
        : new EditTimes(StoredJson.Read<Dictionary<TaskField, long>>(json)
            .ToImmutableSortedDictionary(t => t.Key, t => new DateTimeOffset(t.Value, TimeSpan.Zero)));

    internal sealed class Table : IEntityTypeConfiguration<ReminderTaskRow>
    {
        public void Configure(EntityTypeBuilder<ReminderTaskRow> row)
        {
            row.ToTable("reminder_tasks");
            row.HasKey(r => r.TaskId);
            row.Property(r => r.TaskId).ValueGeneratedNever();
            row.Property(r => r.Status).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.Priority).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.Type).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.PersonId).HasMaxLength(18);
            row.Property(r => r.RelatedId).HasMaxLength(18);
            row.HasOne<AppUser>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(r => new { r.UserId, r.DueDate });
            row.HasIndex(r => r.OutboundConnectionId);
        }
    }
}
