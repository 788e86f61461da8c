using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Tests.Support;

/// <summary>Database files of tests. Migrating takes longer than most tests, so it is done once and copied.</summary>
internal static class TemporaryDatabase
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("salesinsight-tests-").FullName;

    private static readonly Lazy<Task<string>> Template = new(CreateTemplateAsync);

    private static int _count;

    static TemporaryDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, true);

    public static string NewPath() => Path.Combine(Folder, $"{Interlocked.Increment(ref _count)}.db");

    /// <summary>Migrated, with an admin, a rep and the rep's connection; closed, so that it may be copied.</summary>
    public static Task<string> TemplateAsync() => Template.Value;

    public static void Delete(string path)
    {
        Close(path);
        foreach (var ending in new[] { "", "-wal", "-shm", ".migrating" }) File.Delete(path + ending);
        var emails = Path.ChangeExtension(path, null) + "-emails";
        if (Directory.Exists(emails)) Directory.Delete(emails, recursive: true);
    }

    /// <summary>Pooled connections keep the file open, and the write-ahead log beside it.</summary>
    public static void Close(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        SqliteConnection.ClearPool(connection);
    }

    private static async Task<string> CreateTemplateAsync()
    {
        var path = NewPath();
        var time = new FakeTimeProvider(TestStore.Start);
        await using (var services = StoreServices.Build(path, time, new SequentialIds(), new RecordedRuns()))
        {
            foreach (var start in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
                await start.StartingAsync(CancellationToken.None);
            await SeedAsync(services);
        }

        Close(path);
        return path;
    }

    private static async Task SeedAsync(ServiceProvider services)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();
        db.Add(TestRows.User(TestStore.AdminId, "Ines Duarte"));
        db.Add(TestRows.User(TestStore.RepId, "Mara Visser"));
        await db.SaveChangesAsync();

        var connection = TestRows.Connection(
            TestStore.ConnectionId, TestStore.RepId, TestStore.OrganizationId, TestStore.SalesforceUserId);
        await services.GetRequiredService<IConnectionStore>().SaveAsync(connection, CancellationToken.None);
    }
}
