using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// push_intents: what a run was about to send, written before it was sent. A row here after a crash means: look in
/// Salesforce before doing anything else with this task.
/// </summary>
internal sealed class PushIntentRow : TaskKeyedRow
{
    public Guid ConnectionId { get; set; }

    public PushKind Kind { get; set; }

    public string? SalesforceId { get; set; }

    public string Fields { get; set; } = "";

    /// <summary>JSON of <see cref="TaskContent"/>.</summary>
    public string Agreed { get; set; } = "";

    /// <summary>JSON of <see cref="SalesforceContent"/>.</summary>
    public string Sent { get; set; } = "";

    /// <summary>JSON of <see cref="SalesforceContent"/>.</summary>
    public string StagedThere { get; set; } = "";

    public DateTimeOffset? Touch { get; set; }

    /// <summary>Its age decides when it may count as never arrived.</summary>
    public DateTimeOffset At { get; set; }

    public bool DuplicateSeen { get; set; }

    public static PushIntentRow From(PushIntent intent) => new()
    {
        TaskId = intent.TaskId,
        ConnectionId = intent.ConnectionId,
        Kind = intent.Kind,
        SalesforceId = intent.SalesforceId,
        Fields = StoredJson.Write(intent.Fields),
        Agreed = StoredJson.Write(intent.Agreed),
        Sent = StoredJson.Write(intent.Sent),
        StagedThere = StoredJson.Write(intent.StagedThere),
        Touch = intent.Touch,
        At = intent.At,
        DuplicateSeen = intent.DuplicateSeen,
    };

    public PushIntent ToIntent() => new(
        TaskId,
        ConnectionId,
        Kind,
        SalesforceId,
        StoredJson.ReadFields(Fields),
        StoredJson.Read<TaskContent>(Agreed),
        StoredJson.Read<SalesforceContent>(Sent),
        StoredJson.Read<SalesforceContent>(StagedThere),
        Touch,
        At,
        DuplicateSeen);

    internal sealed class Table : IEntityTypeConfiguration<PushIntentRow>
    {
        public void Configure(EntityTypeBuilder<PushIntentRow> row)
        {
            row.ToTable("push_intents");
            row.HasKey(r => r.TaskId);
            row.Property(r => r.TaskId).ValueGeneratedNever();
            row.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.SalesforceId).HasMaxLength(18);
            // Restrict: a row with an open intent is never physically removed (design section 6).
            row.HasOne<ReminderTaskRow>().WithOne().HasForeignKey<PushIntentRow>(r => r.TaskId)
                .OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(r => r.ConnectionId);
        }
    }
}
