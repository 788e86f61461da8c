using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.EmailDelivery;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// outgoing_attachments: what is attached to a mail. The contents are a file named by the id, since twenty megabytes in
/// a row would travel with every backup page; a row is written after its file and removed before it.
/// </summary>
internal sealed class OutgoingAttachmentRow
{
    public Guid AttachmentId { get; set; }

    public Guid OutgoingId { get; set; }

    public string Name { get; set; } = "";

    public long Bytes { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<OutgoingAttachmentRow>
    {
        public void Configure(EntityTypeBuilder<OutgoingAttachmentRow> row)
        {
            row.ToTable("outgoing_attachments");
            row.HasKey(r => r.AttachmentId);
            row.Property(r => r.AttachmentId).ValueGeneratedNever();
            row.Property(r => r.Name).HasMaxLength(OutgoingLimits.AttachmentNameLengthMax);
            row.HasOne<OutgoingEmailRow>().WithMany().HasForeignKey(r => r.OutgoingId)
                .OnDelete(DeleteBehavior.Cascade);
            row.HasIndex(r => r.OutgoingId);
        }
    }
}
