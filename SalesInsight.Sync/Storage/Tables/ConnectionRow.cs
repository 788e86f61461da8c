using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// salesforce_connections: one per (SalesInsight user, organization, Salesforce user), kept for ever, because links
/// point at it and the pair may come back. Tokens are encrypted; only Storage/Keys can read them.
/// </summary>
internal sealed class ConnectionRow
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public string LoginHost { get; set; } = "";

    public string OrganizationId { get; set; } = "";

    public string SalesforceUserId { get; set; } = "";

    public string OrganizationName { get; set; } = "";

    public string Edition { get; set; } = "";

    public bool IsProduction { get; set; }

    public string UserName { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public CreateMode CreateMode { get; set; }

    public bool ApiAccess { get; set; }

    public DateTimeOffset ConnectedAt { get; set; }

    public ConnectionStatus Status { get; set; }

    public ConnectionProblem? Problem { get; set; }

    public bool IsCurrent { get; set; }

    /// <summary>Reads for all reps of the organization: never current, no task is linked to it, and the pair syncs for
    /// nobody. <see cref="UserId"/> is the admin who connected it.</summary>
    public bool IsOrgReader { get; set; }

    public string? AccessToken { get; set; }

    public string? RefreshToken { get; set; }

    public string? InstanceUrl { get; set; }

    public long TokenVersion { get; set; }

    /// <summary>A rotated refresh token is good for one use: while this lies ahead somebody is using it.</summary>
    public DateTimeOffset? RefreshClaimedUntil { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ConnectionRow>
    {
        public void Configure(EntityTypeBuilder<ConnectionRow> row)
        {
            row.ToTable("salesforce_connections");
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.OrganizationId).HasMaxLength(18);
            row.Property(r => r.SalesforceUserId).HasMaxLength(18);
            row.Property(r => r.CreateMode).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.Status).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.Problem).HasConversion<string>().HasMaxLength(40);
            row.HasOne<AppUser>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(r => new { r.UserId, r.OrganizationId, r.SalesforceUserId, r.IsOrgReader }).IsUnique();
            row.HasIndex(r => new { r.OrganizationId, r.SalesforceUserId });
            row.HasIndex(r => r.OrganizationId).IsUnique().HasFilter("\"IsOrgReader\"");
            // At most one current connection per user, by the database itself.
            row.HasIndex(r => r.UserId).IsUnique().HasFilter("\"IsCurrent\"");
        }
    }
}
