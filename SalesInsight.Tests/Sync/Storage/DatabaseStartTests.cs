using FluentAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SalesInsight.Sync.Storage;
using SalesInsight.Sync.Storage.Keys;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Sync.Storage;

public sealed class DatabaseStartTests : IAsyncDisposable
{
    private readonly string _path = TemporaryDatabase.NewPath();
    private readonly ServiceProvider _services;

    public DatabaseStartTests() => _services = Services();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        TemporaryDatabase.Delete(_path);
    }

    [Fact]
    public async Task Start_FromNothing_MigratesAndWritesTheInstallOnce()
    {
        await StartAsync();
        await StartAsync();

        await using var db = OpenDb();
        (await db.Database.GetPendingMigrationsAsync(Stop)).Should().BeEmpty();
        (await db.Set<InstallRow>().SingleAsync(Stop)).InstallId.Should().Be(SequentialIds.Of(1));
    }

    [Fact]
    public async Task Start_AfterAMigrationWasKilled_IsNotHeldUp()
    {
        await using (var db = OpenDb())
        {
            // What EF 10 leaves behind when its process dies while it holds the lock.
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-21 08:59:59');
                """,
                Stop);
        }

        await StartAsync();

        await using var after = OpenDb();
        (await after.Database.GetPendingMigrationsAsync(Stop)).Should().BeEmpty();
    }

    [Fact]
    public async Task Start_WithAnotherWrappingKey_IsRefusedBeforeAnyTokenCountsAsLost()
    {
        await StartAsync();
        _services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a test").Protect("a token");
        await using var other = Services(WrappingKey.NewText());

        var start = () => StartAsync(other);

        await start.Should().ThrowAsync<StorageRefusedException>().WithMessage("*holds another key*");
        await StartAsync();
    }

    [Fact]
    public async Task Health_BeforeAndAfterTheStart_TellsThemApart()
    {
        var health = _services.GetRequiredService<HealthCheckService>();
        var before = await health.CheckHealthAsync(Stop);
        await StartAsync();

        var after = await health.CheckHealthAsync(Stop);

        (before.Status, after.Status).Should().Be((HealthStatus.Unhealthy, HealthStatus.Healthy));
    }

    [Fact]
    public async Task Start_Always_OpensWithWriteAheadLogAndForeignKeys()
    {
        await StartAsync();

        await using var db = OpenDb();
        (await PragmaAsync<string>(db, "journal_mode")).Should().Be("wal");
        (await PragmaAsync<long>(db, "foreign_keys")).Should().Be(1);
        (await PragmaAsync<long>(db, "busy_timeout")).Should().BePositive();
        (await PragmaAsync<long>(db, "synchronous")).Should().Be(2, "a committed intent survives a power cut");
    }

    [Fact]
    public void Model_ComparedWithTheNewestMigration_HasNotDrifted()
    {
        using var db = OpenDb();

        db.Database.HasPendingModelChanges().Should().BeFalse("a change of the tables needs a migration");
    }

    // The host's Identity options must not make another model than the migrations': MigrateAsync would refuse to start.
    [Theory]
    [InlineData("1.0", 0)]
    [InlineData("2.0", 0)]
    [InlineData("3.0", 0)]
    [InlineData("3.0", 64)]
    public void Model_UnderAnyIdentityOptions_IsTheSame(string schemaVersion, int maxLengthForKeys)
    {
        using var host = new ServiceCollection().Configure<IdentityOptions>(o =>
            (o.Stores.SchemaVersion, o.Stores.MaxLengthForKeys) = (Version.Parse(schemaVersion), maxLengthForKeys))
            .BuildServiceProvider();
        var options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:")
            .UseApplicationServiceProvider(host).EnableServiceProviderCaching(false).Options;

        using var db = new SqliteDb(options);

        db.Database.HasPendingModelChanges().Should().BeFalse();
    }

    private ServiceProvider Services(string? wrappingKey = null) => StoreServices.Build(
        _path, new FakeTimeProvider(TestStore.Start), new SequentialIds(), new RecordedRuns(),
        wrappingKey: wrappingKey);

    private Task StartAsync() => StartAsync(_services);

    private static async Task StartAsync(IServiceProvider services)
    {
        foreach (var start in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await start.StartingAsync(Stop);
    }

    private AppDb OpenDb() => _services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();

    private static async Task<T> PragmaAsync<T>(AppDb db, string name)
    {
        await db.Database.OpenConnectionAsync(Stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)(await command.ExecuteScalarAsync(Stop))!;
    }
}
