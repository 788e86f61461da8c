using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// org_tasks: the rows of each organization's last reading that concern somebody who syncs. Every reading replaces
/// them, so that what is here is at most as old as the window and never a row that has changed since.
/// </summary>
internal sealed class OrgTaskRow
{
    public string OrganizationId { get; set; } = "";

    public string RecordId { get; set; } = "";

    public string? OwnerId { get; set; }

    public DateTimeOffset SystemModstamp { get; set; }

    /// <summary>Salesforce's JSON as the reader was given it: what of it a rep may know is decided when they take it.
    /// </summary>
    public string Fields { get; set; } = "";

    public static OrgTaskRow From(string organizationId, OrgRow row) => new()
    {
        OrganizationId = organizationId,
        RecordId = row.Id,
        OwnerId = row.OwnerId,
        SystemModstamp = row.SystemModstamp,
        Fields = row.Fields,
    };

    public OrgRow ToRow() => new(RecordId, OwnerId, SystemModstamp, Fields);

    internal sealed class Table : IEntityTypeConfiguration<OrgTaskRow>
    {
        public void Configure(EntityTypeBuilder<OrgTaskRow> row)
        {
            row.ToTable("org_tasks");
            row.HasKey(r => new { r.OrganizationId, r.RecordId });
            row.Property(r => r.OrganizationId).HasMaxLength(18);
            row.Property(r => r.RecordId).HasMaxLength(18);
            row.Property(r => r.OwnerId).HasMaxLength(18);
        }
    }
}
