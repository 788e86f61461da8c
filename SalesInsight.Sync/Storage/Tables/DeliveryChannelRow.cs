using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.EmailDelivery.Channels;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// delivery_channels: how each user's mails leave. No row: the pickup folder. The password is encrypted as Salesforce
/// tokens are, with a purpose of its own.
/// </summary>
internal sealed class DeliveryChannelRow
{
    public Guid UserId { get; set; }

    public DeliveryChannel.Kind Kind { get; set; }

    public string Host { get; set; } = "";

    public int Port { get; set; }

    public string UserName { get; set; } = "";

    public string? ProtectedPassword { get; set; }

    public int PerMinuteMax { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<DeliveryChannelRow>
    {
        public void Configure(EntityTypeBuilder<DeliveryChannelRow> row)
        {
            row.ToTable("delivery_channels");
            row.HasKey(r => r.UserId);
            row.Property(r => r.UserId).ValueGeneratedNever();
            row.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.Host).HasMaxLength(DeliveryChannel.HostLengthMax);
            row.Property(r => r.UserName).HasMaxLength(DeliveryChannel.UserNameLengthMax);
            row.HasOne<AppUser>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
