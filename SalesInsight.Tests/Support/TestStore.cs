using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Tests.Support;

/// <summary>
/// The real store on a SQLite file of its own, migrated for real (once; each test gets a copy), with an admin, a rep
/// and the rep's connection. Time stands still at <see cref="Start"/>, ids count, runs are recorded.
/// </summary>
internal sealed class TestStore : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public const string OrganizationId = "00D000000000001AAA";
    public const string SalesforceUserId = "005000000000001AAA";

    private readonly ServiceProvider _services;
    private readonly bool _ownsFile;

    private TestStore(string path, bool ownsFile, FakeTimeProvider time, Action<IServiceCollection>? configure)
    {
        (Path, Time, _ownsFile) = (path, time, ownsFile);
        _services = StoreServices.Build(path, time, Ids, Runs, configure);
    }

    public static Guid AdminId { get; } = SequentialIds.Of(0xA001);

    public static Guid RepId { get; } = SequentialIds.Of(0xA002);

    public static Guid ConnectionId { get; } = SequentialIds.Of(0xC001);

    public static Actor Admin { get; } = new(AdminId, IsAdmin: true);

    public static Actor Rep { get; } = new(RepId, IsAdmin: false);

    public string Path { get; }

    public FakeTimeProvider Time { get; }

    public SequentialIds Ids { get; } = new();

    public RecordedRuns Runs { get; } = new();

    public ILiveUpdates Live => Get<ILiveUpdates>();

    public ISyncStore Sync => Get<ISyncStore>();

    public ISettingsStore Settings => Get<ISettingsStore>();

    public ISyncSettingsSource RunSettings => Get<ISyncSettingsSource>();

    public IConnectionStore Connections => Get<IConnectionStore>();

    /// <param name="time">A clock of the caller's own; else one that stands at <see cref="Start"/>.</param>
    /// <param name="configure">Registers more, or instead: the last registration counts.</param>
    public static async Task<TestStore> CreateAsync(
        FakeTimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        var path = TemporaryDatabase.NewPath();
        File.Copy(await TemporaryDatabase.TemplateAsync(), path);
        return new TestStore(path, ownsFile: true, time ?? new FakeTimeProvider(Start), configure);
    }

    /// <summary>A second process, as it were, on the same file and the same clock.</summary>
    public TestStore OpenAgain(Action<IServiceCollection>? configure = null) => new(Path, false, Time, configure);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public AppDb OpenDb() => Get<IDbContextFactory<AppDb>>().CreateDbContext();

    /// <summary>The rep's own Save of the sync mode.</summary>
    public async Task SetModeAsync(TaskSyncMode mode, CancellationToken cancel = default) =>
        await Settings.SaveAsync(RepId, new SettingsEdit().Set(SettingKeys.TaskSync, mode), Rep, cancel);

    public async Task AddUserAsync(Guid userId, string displayName, CancellationToken cancel = default)
    {
        await using var db = OpenDb();
        db.Add(TestRows.User(userId, displayName));
        await db.SaveChangesAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFile) TemporaryDatabase.Delete(Path);
    }
}
