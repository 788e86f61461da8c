using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// run_leases: who may run for a connection. The epoch grows with every taking and every transaction of a run is
/// conditional on it, so a run that was thought dead and wakes up again can write nothing.
/// </summary>
internal sealed class RunLeaseRow
{
    public Guid ConnectionId { get; set; }

    public long Epoch { get; set; }

    public string Holder { get; set; } = "";

    /// <summary>On the database's clock.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>On Salesforce's clock: what was committed last rests on a call of then. Here, because every
    /// transaction touches this row anyway.</summary>
    public DateTimeOffset? KnownAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<RunLeaseRow>
    {
        public void Configure(EntityTypeBuilder<RunLeaseRow> row)
        {
            row.ToTable("run_leases");
            row.HasKey(r => r.ConnectionId);
            row.Property(r => r.ConnectionId).ValueGeneratedNever();
            row.Property(r => r.Holder).HasMaxLength(120);
        }
    }
}
