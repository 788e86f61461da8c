using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Remedies;
using SalesInsight.Sync.EmailLog.Running;
using SalesInsight.Sync.EmailLog.Trials;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>
/// The logging of mails as a whole against a sandbox in this process: real store on SQLite, real client, real runs, one
/// clock that tests move. Mara logs by API from the start.
/// </summary>
internal sealed class EmailWorld : IAsyncDisposable
{
    public const string Mara = "rep1@sandbox.test", Jonas = "rep2@sandbox.test", Admin = "admin@sandbox.test";

    public const string MaraAddress = "mara.visser@halden.example", JonasAddress = "jonas.lindqvist@halden.example";

    private static readonly Uri Instance = new("http://127.0.0.1:7001");

    private EmailWorld(SandboxInProcess sandbox, SandboxWire wire, TestStore store) =>
        (Sandbox, Wire, Store) = (sandbox, wire, store);

    public static Guid JonasId { get; } = SequentialIds.Of(0xA003);

    public static Guid JonasConnectionId { get; } = SequentialIds.Of(0xC002);

    public SandboxInProcess Sandbox { get; }

    public SandboxWire Wire { get; }

    public TestStore Store { get; }

    public FakeTimeProvider Time => Store.Time;

    public IEmailLog Log => Store.Get<IEmailLog>();

    public IEmailTrials Trials => Store.Get<IEmailTrials>();

    public IEmailCases Cases => Store.Get<IEmailCases>();

    private SandboxOrg Org => Sandbox.Org;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<EmailWorld> CreateAsync(
        Action<SandboxOptions>? org = null, Action<SettingsEdit>? rule = null)
    {
        var time = new FakeTimeProvider(TestStore.Start);
        var options = new SandboxOptions
        {
            Seed = "empty", TimeProvider = time, SessionLifetime = TimeSpan.FromDays(400), DailyApiRequests = 1_000_000,
        };
        org?.Invoke(options);
        var sandbox = new SandboxInProcess(options);
        var wire = new SandboxWire(sandbox);
        var store = await TestStore.CreateAsync(time, services => Register(services, wire));
        var world = new EmailWorld(sandbox, wire, store);
        await world.ConnectAsync(TestStore.ConnectionId, TestStore.RepId, Mara);
        await world.SaveAsync(edit =>
        {
            edit.Set(SettingKeys.EmailLogging, true);
            rule?.Invoke(edit);
        });
        return world;
    }

    public static void Register(IServiceCollection services, SandboxWire wire)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Demo:Enabled"] = "true",
            ["Salesforce:ReadRetriesMax"] = "0",
            ["Salesforce:ClientSecret"] = "salesinsight-secret",
        }).Build();
        services.AddSalesforce(configuration);
        services.AddSingleton<IHttpClientFactory>(wire);
        services.AddSingleton<RunProgressBoard>();
        services.AddSingleton<RunServices>();
        services.AddSingleton<SyncRun>();
        services.AddSingleton<LogServices>();
        services.AddSingleton<LogRun>();
        services.AddSingleton<IEmailTrials, EmailTrials>();
        services.AddSingleton<IEmailCases, EmailCases>();
    }

    public async Task ConnectAsync(Guid connectionId, Guid userId, string user)
    {
        var salesforceUser = Org.Users.FindByUsername(user)!;
        var (access, refresh) = Sandbox.Consent(salesforceUser.Id);
        (await Store.Connections.SaveAsync(
            TestRows.Connection(connectionId, userId, Org.Id, salesforceUser.Id) with
            {
                LoginHost = Instance,
                Tokens = new GrantTokens(access, refresh, Instance),
            },
            Stop)).Should().BeTrue();
    }

    /// <summary>A colleague with a connection of his own, who logs too.</summary>
    public async Task AddJonasAsync()
    {
        await Store.AddUserAsync(JonasId, "Jonas Lindqvist", Stop);
        await ConnectAsync(JonasConnectionId, JonasId, Jonas);
        await SaveAsync(edit => edit.Set(SettingKeys.EmailLogging, true), JonasId);
    }

    public async Task SaveAsync(Action<SettingsEdit> change, Guid? userId = null)
    {
        var edit = new SettingsEdit();
        change(edit);
        var who = userId ?? TestStore.RepId;
        (await Store.Settings.SaveAsync(who, edit, new Actor(who, IsAdmin: false), Stop))
            .Should().BeOfType<SaveSettingsResult.Saved>();
    }

    // ---- here

    public static EmailInput Mail(string id, params string[] to) => new()
    {
        MessageId = $"<{id}@halden.example>",
        From = $"Mara Visser <{MaraAddress}>",
        To = to,
        Subject = $"Offer {id}",
        Text = $"Hello, this is offer {id}.",
    };

    public Task<EmailView> ReportAsync(string id, params string[] to) => ReportAsync(Mail(id, to));

    public async Task<EmailView> ReportAsync(EmailInput mail, Guid? userId = null) =>
        await Log.ReportAsync(userId ?? TestStore.RepId, mail, Stop) switch
        {
            EmailReport.Taken taken => taken.Email,
            EmailReport.Known known => known.Email,
            var other => throw new InvalidOperationException($"Not taken: {other}"),
        };

    public async Task<EmailView> ReportAsync(EmailView mail, EmailEventInput happened, Guid? userId = null)
    {
        var report = await Log.ReportAsync(userId ?? TestStore.RepId, mail.Id, happened, Stop);
        return report.Should().BeOfType<EmailReport.Known>().Subject.Email;
    }

    public async Task<EmailView> FindAsync(EmailView mail, Guid? userId = null) =>
        (await Log.FindAsync(userId ?? TestStore.RepId, mail.Id, Stop))!;

    /// <summary>The reason of the mail's only address.</summary>
    public async Task<EmailReason> ReasonAsync(EmailView mail) =>
        (await FindAsync(mail)).Recipients.Should().ContainSingle().Subject.Reason;

    public async Task<RunSummary> RunAsync(Guid? connectionId = null)
    {
        Time.Advance(TimeSpan.FromSeconds(3));
        var summary = await Store.Get<LogRun>().RunAsync(connectionId ?? TestStore.ConnectionId, "engine-1", Stop);
        Time.Advance(TimeSpan.FromSeconds(3));
        return summary;
    }

    public async Task RunWellAsync(Guid? connectionId = null)
    {
        var summary = await RunAsync(connectionId);
        summary.Outcome.Should().Be(RunOutcome.Done, "{0}", summary.Fault);
    }

    /// <summary>Runs until nothing waits any more, or only what a person has to do something about.</summary>
    public async Task SettleAsync(int runsMax = 12)
    {
        for (var run = 0; run < runsMax; run++)
        {
            var summary = await RunAsync();
            if (summary is { Outcome: RunOutcome.Done, Again: false, NextAt: null }) return;
            Time.Advance(TimeSpan.FromMinutes(12));
        }

        throw new InvalidOperationException($"Still waiting after {runsMax} runs");
    }

    /// <summary>A run that is killed at a moment; the process is gone, and its lease runs out.</summary>
    public async Task KillAsync(Action<SandboxWire, Action<HttpRequestMessage>> at)
    {
        at(Wire, _ => throw new KilledRunException());
        var run = async () => await RunAsync();
        await run.Should().ThrowAsync<KilledRunException>();
        (Wire.Sending, Wire.Answered) = (null, null);
        ExpireLease();
    }

    public void ExpireLease()
    {
        using var db = Store.OpenDb();
        db.Set<RunLeaseRow>().ExecuteUpdate(set => set.SetProperty(l => l.ExpiresAt, DateTimeOffset.UnixEpoch));
    }

    // ---- there

    public string Add(string entity, params (string Field, object? Value)[] fields)
    {
        var result = Org.Records.Create(Org.As(Mara), entity, fields.ToDictionary(f => f.Field, f => f.Value));
        result.Errors.Should().BeEmpty();
        return result.Id!;
    }

    public string AddLead(string email) => Add("Lead", ("LastName", "Lead"), ("Company", "Customer"), ("Email", email));

    public string AddContact(string email) => Add("Contact", ("LastName", "Contact"), ("Email", email));

    public string AddOpportunity(string contactId, string stage = "Prospecting", bool isPrimary = false)
    {
        var id = Add(
            "Opportunity", ("Name", "Deal"), ("StageName", stage), ("CloseDate", new DateOnly(2027, 1, 1)));
        Add("OpportunityContactRole", ("OpportunityId", id), ("ContactId", contactId), ("IsPrimary", isPrimary));
        return id;
    }

    public string Convert(string leadId) => Org.Maintenance.ConvertLead(Org.As(Mara), leadId);

    /// <summary>Living logged mails.</summary>
    public IReadOnlyList<SObjectRecord> Logged() =>
        [.. Org.Records.List(Org.As(Admin), "Task").Where(t => t.Text("TaskSubtype") == "Email")];

    public SObjectRecord SingleLogged() => Logged().Should().ContainSingle().Subject;

    public IReadOnlyList<SObjectRecord> Leads() => Org.Records.List(Org.As(Admin), "Lead");

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Wire.Dispose();
        Sandbox.Dispose();
    }
}
