using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>task_links: which record a task is bound to, and the base both sides last agreed on.</summary>
internal sealed class TaskLinkRow : TaskKeyedRow
{
    public Guid ConnectionId { get; set; }

    public string SalesforceId { get; set; } = "";

    public LinkState State { get; set; }

    /// <summary>JSON of <see cref="TaskBase"/>: both images, read and written whole.</summary>
    public string Base { get; set; } = "";

    public long LocalVersion { get; set; }

    public DateTimeOffset? Touch { get; set; }

    public DateTimeOffset? LastModified { get; set; }

    public bool LookAgain { get; set; }

    public bool BinNoted { get; set; }

    /// <summary>Separated by spaces; link_ids has the same for looking up.</summary>
    public string KnownIds { get; set; } = "";

    public ReasonCode Reason { get; set; }

    public DateTimeOffset ReasonAt { get; set; }

    public DateTimeOffset ReadAt { get; set; }

    public static TaskLinkRow From(TaskLink link) => new()
    {
        TaskId = link.TaskId,
        ConnectionId = link.ConnectionId,
        SalesforceId = link.SalesforceId,
        State = link.State,
        Base = StoredJson.Write(link.Base),
        LocalVersion = link.LocalVersion,
        Touch = link.Touch,
        LastModified = link.LastModified,
        LookAgain = link.LookAgain,
        BinNoted = link.BinNoted,
        KnownIds = string.Join(' ', link.KnownIds),
        Reason = link.Reason,
        ReasonAt = link.ReasonAt,
        ReadAt = link.ReadAt,
    };

    public TaskLink ToLink() => new(
        TaskId,
        ConnectionId,
        SalesforceId,
        State,
        StoredJson.Read<TaskBase>(Base),
        LocalVersion,
        Touch,
        LastModified,
        LookAgain,
        BinNoted,
        [.. KnownIds.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Reason,
        ReasonAt,
        ReadAt);

    internal sealed class Table : IEntityTypeConfiguration<TaskLinkRow>
    {
        public void Configure(EntityTypeBuilder<TaskLinkRow> row)
        {
            row.ToTable("task_links");
            row.HasKey(r => r.TaskId);
            row.Property(r => r.TaskId).ValueGeneratedNever();
            row.Property(r => r.SalesforceId).HasMaxLength(18);
            row.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.Reason).HasConversion<string>().HasMaxLength(40);
            row.HasOne<ReminderTaskRow>().WithOne().HasForeignKey<TaskLinkRow>(r => r.TaskId);
            row.HasOne<ConnectionRow>().WithMany().HasForeignKey(r => r.ConnectionId)
                .OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(r => new { r.ConnectionId, r.State, r.ReadAt });
        }
    }
}
