using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>sync_runs: the history of runs, counts and codes only. Kept 400 days.</summary>
internal sealed class SyncRunRow
{
    public Guid Id { get; set; }

    public Guid ConnectionId { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public RunOutcome Outcome { get; set; }

    public FaultCode? Fault { get; set; }

    public string? ErrorCode { get; set; }

    public int CameIn { get; set; }

    public int SentOut { get; set; }

    public int Removed { get; set; }

    public int Held { get; set; }

    public int Parked { get; set; }

    public int ApiCalls { get; set; }

    public static SyncRunRow From(RunRecord run) => new()
    {
        Id = run.Id,
        ConnectionId = run.ConnectionId,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        Outcome = run.Outcome,
        Fault = run.Fault,
        ErrorCode = run.ErrorCode,
        CameIn = run.CameIn,
        SentOut = run.SentOut,
        Removed = run.Removed,
        Held = run.Held,
        Parked = run.Parked,
        ApiCalls = run.ApiCalls,
    };

    public RunRecord ToRun() => new(
        Id, ConnectionId, StartedAt, EndedAt, Outcome, Fault, ErrorCode,
        CameIn, SentOut, Removed, Held, Parked, ApiCalls);

    internal sealed class Table : IEntityTypeConfiguration<SyncRunRow>
    {
        public void Configure(EntityTypeBuilder<SyncRunRow> row)
        {
            row.ToTable("sync_runs");
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.Fault).HasConversion<string>().HasMaxLength(40);
            row.Property(r => r.ErrorCode).HasMaxLength(120);
            row.HasIndex(r => new { r.ConnectionId, r.StartedAt });
        }
    }
}
