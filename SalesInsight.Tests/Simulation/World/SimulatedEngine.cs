using Microsoft.Extensions.Options;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Salesforce.Wire;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Runs.Org;
using SalesInsight.Sync.Storage.Grants;
using SalesInsight.Sync.Storage.Keys;
using SalesInsight.Sync.Storage.Org;
using SalesInsight.Sync.Storage.SettingLevels;
using SalesInsight.Sync.Storage.Sync;
using SalesInsight.Sync.Storage.Tasks;
using SalesInsight.Sync.Reminders;
using SalesInsight.Tests.Simulation.Planted;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Simulation.World;

/// <summary>
/// One process of the product: its runs and the services its pages use, put together as the product does it. What it
/// remembers outside the database (facts of the org, refreshes under way) dies with it.
/// </summary>
internal sealed class SimulatedEngine
{
    public SimulatedEngine(string name, SimulatedWorld world, Plant plant)
    {
        Name = name;
        var (database, wire, time, ids) = (world.Database, world.Wire, world.Clock, world.Ids);
        var options = Options.Create(new SalesforceOptions
        {
            AllowLoopback = true,
            ClientSecret = "salesinsight-secret",
            ReadRetriesMax = 0,
            MarkerAgreed = world.Setup.MarkerAgreed,
        });
        var live = new LiveUpdates();
        var runs = new RecordedRuns();
        var http = new SalesforceHttp(wire, options, time);
        Connections = new ConnectionStore(database, new NoProtector(), live);
        Store = plant.In(new SyncStore(database, live));
        var keeper = new TokenKeeper(
            Connections, new LoginClient(http, options), options.Value.AllowList(), time);
        var gateway = plant.In(
            new SalesforceGateway(Connections, http, keeper, new OrgFactsCache(time), options, time));
        Readings = new OrgReadings(database);
        var services = new RunServices(
            Store, Readings, gateway, plant.In(new SyncSettingsSource(database)), ids, time);
        Run = new SyncRun(services, new RunProgressBoard(live));
        ReadOrg = new OrgReadRun(services);
        Tasks = new ReminderTasks(database, ids, time, live, runs);
        Settings = new SettingsStore(database, time, live, runs);
        FirstSync = new FirstSync(services);
        Held = new HeldDeletions(Store, Tasks, runs, live);
    }

    /// <summary>Whom the lease names.</summary>
    public string Name { get; }

    public SyncRun Run { get; }

    public OrgReadRun ReadOrg { get; }

    public IOrgReadings Readings { get; }

    public ISyncStore Store { get; }

    public IReminderTasks Tasks { get; }

    public ISettingsStore Settings { get; }

    public IConnectionStore Connections { get; }

    public IFirstSync FirstSync { get; }

    public IHeldDeletions Held { get; }

    /// <summary>Encryption changes no decision, and its random salts would change every trace.</summary>
    private sealed class NoProtector : ITokenProtector
    {
        public string Protect(string token) => token;

        public string? TryUnprotect(string text) => text;
    }
}
