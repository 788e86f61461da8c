using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// parkings: outgoing values that Salesforce refused, with what has to change before they are tried again. Beside the
/// link, not in it, because a refused create has no link yet.
/// </summary>
internal sealed class ParkingRow : TaskKeyedRow
{
    public Guid ConnectionId { get; set; }

    public string Fields { get; set; } = "";

    public FaultCode Fault { get; set; }

    public FaultRemedy Remedy { get; set; }

    public string ErrorCode { get; set; } = "";

    public long? RetryAfterTicks { get; set; }

    /// <summary>The org's own text, such as an admin's validation message; goes with the parking.</summary>
    public string? Message { get; set; }

    /// <summary>Salesforce field names, separated by spaces.</summary>
    public string FaultFields { get; set; } = "";

    public long LocalVersion { get; set; }

    public DateTimeOffset? Touch { get; set; }

    public long SettingsVersion { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? RetryAt { get; set; }

    public int Attempts { get; set; }

    public static ParkingRow From(Parking parking) => new()
    {
        TaskId = parking.TaskId,
        ConnectionId = parking.ConnectionId,
        Fields = StoredJson.Write(parking.Fields),
        Fault = parking.Fault.Code,
        Remedy = parking.Fault.Remedy,
        ErrorCode = parking.Fault.ErrorCode,
        RetryAfterTicks = parking.Fault.RetryAfter?.Ticks,
        Message = parking.Fault.Message,
        FaultFields = string.Join(' ', parking.Fault.Fields),
        LocalVersion = parking.LocalVersion,
        Touch = parking.Touch,
        SettingsVersion = parking.SettingsVersion,
        At = parking.At,
        RetryAt = parking.RetryAt,
        Attempts = parking.Attempts,
    };

    public Parking ToParking() => new(
        TaskId,
        ConnectionId,
        StoredJson.ReadFields(Fields),
        new SalesforceFault(
            Fault,
            Remedy,
            ErrorCode,
            RetryAfterTicks is { } ticks ? TimeSpan.FromTicks(ticks) : null,
            Message,
            [.. FaultFields.Split(' ', StringSplitOptions.RemoveEmptyEntries)]),
        LocalVersion,
        Touch,
        SettingsVersion,
        At,
        RetryAt,
        Attempts);

    internal sealed class Table : IEntityTypeConfiguration<ParkingRow>
    {
        public void Configure(EntityTypeBuilder<ParkingRow> row)
        {
            row.ToTable("parkings");
            row.HasKey(r => r.TaskId);
            row.Property(r => r.TaskId).ValueGeneratedNever();
            row.Property(r => r.Fault).HasConversion<string>().HasMaxLength(40);
            row.Property(r => r.Remedy).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.ErrorCode).HasMaxLength(120);
            row.HasOne<ReminderTaskRow>().WithOne().HasForeignKey<ParkingRow>(r => r.TaskId);
            row.HasIndex(r => r.ConnectionId);
        }
    }
}
