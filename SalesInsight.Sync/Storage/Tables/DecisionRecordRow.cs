using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// decision_records: the ledger's skeleton, append-only: ids and codes, kept 400 days. No foreign keys, since it has to
/// outlive what it speaks of.
/// </summary>
internal sealed class DecisionRecordRow
{
    /// <summary>The order of writing; two entries may bear the same time.</summary>
    public long Number { get; set; }

    public Guid Id { get; set; }

    public Guid ConnectionId { get; set; }

    public Guid TaskId { get; set; }

    public string? SalesforceId { get; set; }

    public Guid? RunId { get; set; }

    public DateTimeOffset At { get; set; }

    public DecisionOutcome Outcome { get; set; }

    public ReasonCode Reason { get; set; }

    public string Fields { get; set; } = "";

    public string? ErrorCode { get; set; }

    /// <summary>A person approved this deletion, so the delete fence does not count it.</summary>
    public bool IsConfirmed { get; set; }

    public DecisionContentRow? Content { get; set; }

    public static DecisionRecordRow From(DecisionRecord record, bool isConfirmed) => new()
    {
        Id = record.Id,
        ConnectionId = record.ConnectionId,
        TaskId = record.TaskId,
        SalesforceId = record.SalesforceId,
        RunId = record.RunId,
        At = record.At,
        Outcome = record.Outcome,
        Reason = record.Reason,
        Fields = StoredJson.Write(record.Fields),
        ErrorCode = record.ErrorCode,
        IsConfirmed = isConfirmed,
        Content = record.Content is null ? null : new() { Body = StoredJson.Write(record.Content), At = record.At },
    };

    public DecisionRecord ToRecord() => new(
        Id,
        ConnectionId,
        TaskId,
        SalesforceId,
        RunId,
        At,
        Outcome,
        Reason,
        StoredJson.ReadFields(Fields),
        ErrorCode,
        Content is null ? null : StoredJson.Read<DecisionContent>(Content.Body));

    internal sealed class Table : IEntityTypeConfiguration<DecisionRecordRow>
    {
        public void Configure(EntityTypeBuilder<DecisionRecordRow> row)
        {
            row.ToTable("decision_records");
            row.HasKey(r => r.Number);
            row.Property(r => r.SalesforceId).HasMaxLength(18);
            row.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.Reason).HasConversion<string>().HasMaxLength(40);
            row.Property(r => r.ErrorCode).HasMaxLength(120);
            row.HasOne(r => r.Content).WithOne().HasForeignKey<DecisionContentRow>(c => c.Number)
                .OnDelete(DeleteBehavior.Cascade);
            row.HasIndex(r => r.Id).IsUnique();
            row.HasIndex(r => new { r.TaskId, r.Number });
            row.HasIndex(r => new { r.ConnectionId, r.At });
        }
    }
}
