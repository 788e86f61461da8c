using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// held_rows: deletions the delete fence stopped. They wait here for a person, so that the cursor may move.
/// </summary>
internal sealed class HeldDeletionRow : TaskKeyedRow
{
    public Guid ConnectionId { get; set; }

    public DateTimeOffset HeldAt { get; set; }

    public bool? Approved { get; set; }

    public static HeldDeletionRow From(HeldRow held) => new()
    {
        TaskId = held.TaskId,
        ConnectionId = held.ConnectionId,
        HeldAt = held.HeldAt,
        Approved = held.Approved,
    };

    public HeldRow ToHeld() => new(TaskId, ConnectionId, HeldAt, Approved);

    internal sealed class Table : IEntityTypeConfiguration<HeldDeletionRow>
    {
        public void Configure(EntityTypeBuilder<HeldDeletionRow> row)
        {
            row.ToTable("held_rows");
            row.HasKey(r => r.TaskId);
            row.Property(r => r.TaskId).ValueGeneratedNever();
            row.HasOne<ReminderTaskRow>().WithOne().HasForeignKey<HeldDeletionRow>(r => r.TaskId);
            row.HasIndex(r => r.ConnectionId);
        }
    }
}
