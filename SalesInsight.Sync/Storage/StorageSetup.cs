using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Control;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Emails;
using SalesInsight.Sync.Storage.Grants;
using SalesInsight.Sync.Storage.Keys;
using SalesInsight.Sync.Storage.Org;
using SalesInsight.Sync.Storage.Outgoing;
using SalesInsight.Sync.Storage.SettingLevels;
using SalesInsight.Sync.Storage.Start;
using SalesInsight.Sync.Storage.Sync;
using SalesInsight.Sync.Storage.Tasks;
using SalesInsight.Sync.Storage.Tokens;

namespace SalesInsight.Sync.Storage;

/// <summary>Registers the database and everything that lives in it.</summary>
public static class StorageSetup
{
    /// <summary>
    /// Reads <c>Database:Provider</c>, <c>Database:ConnectionString</c> and <c>DataProtection:Key</c> or
    /// <c>:KeyFile</c>. The database is made ready before any hosted service starts; outside Development the host
    /// refuses to start without a wrapping key.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">The host's configuration.</param>
    public static IServiceCollection AddSalesInsightStorage(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdSource, IdSource>();
        services.TryAddSingleton<ILiveUpdates, LiveUpdates>();
        services.AddDatabase(DatabaseOptions.From(configuration));
        services.AddKeys();
        services.AddHostedService<DatabaseStart>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddSingleton<ISettingsStore, SettingsStore>();
        services.AddSingleton<ISyncSettingsSource, SyncSettingsSource>();
        services.AddSingleton<IEmailSettingsSource, EmailSettingsSource>();
        services.AddSingleton<IConnectionStore, ConnectionStore>();
        services.AddSingleton<ISyncStore, SyncStore>();
        services.AddSingleton<IOrgReadings, OrgReadings>();
        services.AddSingleton<IReminderTasks, ReminderTasks>();
        services.AddSingleton<IApiTokens, ApiTokens>();
        services.AddSingleton<EmailWishes>();
        services.AddSingleton<IEmailStore, EmailStore>();
        services.AddSingleton<IEmailLog, EmailDesk>();
        services.AddSingleton<IEmailSenders, EmailSenders>();
        services.AddSingleton(EmailFolderOptions.From(configuration).Files);
        services.AddSingleton<DeliveryWishes>();
        services.AddSingleton<IOutgoingEmails, OutgoingEmails>();
        services.AddSingleton<IRecordedEmails, RecordedEmails>();
        // resolved late: a host without the Salesforce client has a store all the same
        services.AddSingleton<IEmailAccount>(p => ActivatorUtilities.CreateInstance<EmailAccount>(p));
        services.AddSingleton<IPeopleSearch>(p => ActivatorUtilities.CreateInstance<PeopleSearch>(p));
        services.AddSingleton<IChannelStore, ChannelStore>();
        services.AddSingleton<IDeliveryStore, DeliveryStore>();
        services.AddSingleton<IEmailCaseStore, EmailCaseStore>();
        return services;
    }

    /// <summary>Keeps Identity's users, roles and passkeys in the product's database.</summary>
    /// <param name="identity">As from AddIdentityCore, with roles of IdentityRole&lt;Guid&gt;.</param>
    public static IdentityBuilder AddSalesInsightStores(this IdentityBuilder identity) =>
        identity.AddEntityFrameworkStores<AppDb>();

    private static void AddDatabase(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<MigrationLock>();
        services.AddPooledDbContextFactory<SqliteDb>(o => o
            .UseSqlite(options.ConnectionString)
            .AddInterceptors(new SqliteSession()));
        services.AddSingleton<IDbContextFactory<AppDb>, SqliteDatabases>();
        services.AddScoped<AppDb>(p => p.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext());
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("SalesInsight");
        services.AddSingleton<WrappingKeySource>();
        services.AddSingleton<StoredKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        services.AddSingleton<ITokenProtector, TokenProtector>();
    }

    /// <summary>
    /// Hands the provider's context out as the one everybody knows. Pooled: making a context anew took a sixth of a
    /// run's time.
    /// </summary>
    private sealed class SqliteDatabases(IDbContextFactory<SqliteDb> pool, TimeProvider time) : IDbContextFactory<AppDb>
    {
        public AppDb CreateDbContext()
        {
            var db = pool.CreateDbContext();
            db.Time = time;
            return db;
        }
    }
}
