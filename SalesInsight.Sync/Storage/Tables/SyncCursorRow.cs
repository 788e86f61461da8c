using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// sync_cursors: how far each connection has been read. Apart from the connection, because runs write this row and
/// token refreshes write that one, at the same time.
/// </summary>
internal sealed class SyncCursorRow
{
    public Guid ConnectionId { get; set; }

    public DateTimeOffset? Upper { get; set; }

    public long ClockOffsetTicks { get; set; }

    public DateTimeOffset? DeletedUpTo { get; set; }

    public DateTimeOffset? IdsCheckedAt { get; set; }

    public DateTimeOffset? SucceededAt { get; set; }

    public static SyncCursorRow From(SyncCursor cursor) => new()
    {
        ConnectionId = cursor.ConnectionId,
        Upper = cursor.Upper,
        ClockOffsetTicks = cursor.ClockOffset.Ticks,
        DeletedUpTo = cursor.DeletedUpTo,
        IdsCheckedAt = cursor.IdsCheckedAt,
        SucceededAt = cursor.SucceededAt,
    };

    public SyncCursor ToCursor() =>
        new(ConnectionId, Upper, TimeSpan.FromTicks(ClockOffsetTicks), DeletedUpTo, IdsCheckedAt, SucceededAt);

    internal sealed class Table : IEntityTypeConfiguration<SyncCursorRow>
    {
        public void Configure(EntityTypeBuilder<SyncCursorRow> row)
        {
            row.ToTable("sync_cursors");
            row.HasKey(r => r.ConnectionId);
            row.Property(r => r.ConnectionId).ValueGeneratedNever();
        }
    }
}
