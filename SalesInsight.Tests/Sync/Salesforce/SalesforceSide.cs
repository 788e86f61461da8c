using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Tests.Support;
using SalesInsight.Tests.Sync.Salesforce.Connection;

namespace SalesInsight.Tests.Sync.Salesforce;

/// <summary>Our client, put together as in the product, against a sandbox of its own over HTTP.</summary>
internal sealed class SalesforceSide : IAsyncDisposable
{
    public const string Mara = "rep1@sandbox.test";

    private readonly ServiceProvider services;

    private readonly SequentialIds ids = new();

    private SalesforceSide(SandboxServer server, ServiceProvider services, FakeConnectionStore store)
    {
        Server = server;
        this.services = services;
        Store = store;
    }

    public SandboxServer Server { get; }

    public FakeConnectionStore Store { get; }

    public SandboxOrg Org => Server.Org;

    public ISalesforceGateway Gateway => services.GetRequiredService<ISalesforceGateway>();

    public IConnections Connections => services.GetRequiredService<IConnections>();

    public Connections Connector => services.GetRequiredService<Connections>();

    public TokenKeeper Keeper => services.GetRequiredService<TokenKeeper>();

    /// <param name="configure">Sets up the sandbox before it starts.</param>
    /// <param name="time">Our clock; the sandbox has its own.</param>
    /// <param name="settings">Overrides of section Salesforce, by key.</param>
    public static async Task<SalesforceSide> StartAsync(
        Action<SandboxOptions>? configure = null,
        TimeProvider? time = null,
        params (string Key, string Value)[] settings)
    {
        var options = new SandboxOptions { Seed = "empty" };
        configure?.Invoke(options);
        var server = await SandboxServer.StartAsync(options);
        var store = new FakeConnectionStore();
        return new SalesforceSide(server, Build(store, time ?? TimeProvider.System, settings), store);
    }

    /// <summary>A second process on the same store.</summary>
    public SalesforceSide Another() => new(Server, Build(Store, TimeProvider.System, []), Store);

    /// <summary>A working connection of Mara's, without the detour over a browser.</summary>
    public async Task<StoredConnection> ConnectAsync(string username = Mara)
    {
        var user = Org.As(username).UserId;
        var session = Org.Sessions.Issue(user, "SalesInsight");
        var connection = new StoredConnection(
            ids.Next(),
            ids.Next(),
            Server.Url,
            Org.Id,
            user,
            new OrgProfile("Halden Software", "Developer Edition", true, username, username, CreateMode.UniqueId),
            DateTimeOffset.UnixEpoch,
            ConnectionStatus.Connected,
            null,
            true,
            new GrantTokens(session.AccessToken, "refresh", Server.Url),
            0);
        await Store.SaveAsync(connection, CancellationToken.None);
        return connection;
    }

    public async Task<ISalesforceSession> OpenAsync(string username = Mara) =>
        await Gateway.OpenAsync((await ConnectAsync(username)).Id, CancellationToken.None);

    public CallContext As(string username = Mara) => Org.As(username);

    /// <summary>A row made by a user there, as with the screen.</summary>
    public string Add(string entity, params (string Field, object? Value)[] fields)
    {
        var result = Org.Records.Create(As(), entity, fields.ToDictionary(f => f.Field, f => f.Value));
        return result.Id ?? throw new InvalidOperationException($"{entity} was refused");
    }

    public string AddTask(params (string Field, object? Value)[] fields) => Add("Task", fields);

    public ImmutableArray<string> AddTasks(int count) =>
        [.. Enumerable.Range(0, count).Select(i => AddTask(("Subject", $"Task {i}")))];

    /// <summary>An hour back to a second ahead, by their clock.</summary>
    public StampWindow LastHour() => new(Org.Clock.Stamp.AddHours(-1), Org.Clock.Stamp.AddSeconds(5));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static ServiceProvider Build(
        FakeConnectionStore store, TimeProvider time, (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Demo:Enabled"] = "true",
            ["Salesforce:ClientId"] = "salesinsight",
            ["Salesforce:ClientSecret"] = "salesinsight-secret",
            ["Salesforce:ReadRetryDelay"] = "00:00:00.001",
        };
        foreach (var (key, value) in settings) values[$"Salesforce:{key}"] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton<IIdSource, SequentialIds>()
            .AddSingleton<IConnectionStore>(store)
            .AddSalesforce(configuration)
            .BuildServiceProvider();
    }
}
