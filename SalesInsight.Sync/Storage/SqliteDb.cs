using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SalesInsight.Sync.Storage;

/// <summary>The embedded database. It lives in this process, so its clock is the process's.</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AppDb(options)
{
    /// <summary>Whoever hands a context out sets it: a pooled context is made of its options alone.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    public override Task<DateTimeOffset> NowAsync(CancellationToken cancel) => Task.FromResult(Time.GetUtcNow());

    public override object? ToStored(DateTimeOffset? moment) => moment?.UtcTicks;

    /// <summary>
    /// Write-ahead log: pages go on reading while a run writes. EF turns it on only for a file it creates itself, and
    /// asking for pending migrations has created the file by then.
    /// </summary>
    public override Task PrepareAsync(CancellationToken cancel) =>
        Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    /// <summary>SQLite cannot order or compare DateTimeOffset: stored as UTC ticks, INTEGER.</summary>
    private sealed class UtcTicks()
        : ValueConverter<DateTimeOffset, long>(v => v.UtcTicks, v => new DateTimeOffset(v, TimeSpan.Zero));
}
