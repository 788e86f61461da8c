using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sandbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage;
using SalesInsight.Tests.Sandbox.Screen;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Demo;

namespace SalesInsight.Tests.Web.BadInput;

/// <summary>Mara before the real app, which talks to the real sandbox; runs come when asked for.</summary>
internal sealed class BadInputWorld : IAsyncDisposable
{
    private const string SettingsPage = "/settings/salesforce";
    private const string Start = "/connect/salesforce";

    private static readonly DemoPerson Mara = DemoPerson.Mara;
    private static readonly TimeSpan StampsAreOver = TimeSpan.FromSeconds(3);

    private readonly WebOnOurClock _web;
    private readonly AsyncServiceScope _scope;
    private readonly List<PersonAtTheDesk> _tabs = [];

    private BadInputWorld(WebOnOurClock web, WebVisitor visitor)
    {
        (_web, Visitor) = (web, visitor);
        _scope = web.Services.CreateAsyncScope();
    }

    /// <summary>Mara's browser, signed in.</summary>
    public WebVisitor Visitor { get; }

    /// <summary>In the order they were opened.</summary>
    public IReadOnlyList<PersonAtTheDesk> Tabs => _tabs;

    public Guid UserId { get; private set; }

    public SandboxServer Sandbox => _web.Services.GetRequiredService<DemoSalesforce>().Server!;

    public FakeTimeProvider Time => _web.Time;

    public IReminderTasks Tasks => _web.Services.GetRequiredService<IReminderTasks>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<BadInputWorld> StartAsync()
    {
        var web = new WebOnOurClock();
        var world = new BadInputWorld(web, await web.Visitor().AsDemoPersonAsync(Mara.Email));
        var people = world._scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        world.UserId = (await people.FindByEmailAsync(Mara.Email))!.Id;
        return world;
    }

    public Task<State> StateAsync()
    {
        var database = _web.Services.GetRequiredService<IConfiguration>()["Database:ConnectionString"]!;
        return Task.FromResult(State.Read(database, Sandbox));
    }

    // ---- connecting

    /// <summary>Leaves for Salesforce, decides there, and comes back; answers the page that is then shown.</summary>
    public async Task<string> ConnectAsync(string decision = "allow", Func<string, string>? onTheWayBack = null)
    {
        var leaving = await Visitor.SubmitAsync(SettingsPage, Start);
        using var there = await SandboxBrowser.LoggedInAsync(Sandbox, Mara.SalesforceUser);
        var consent = await there.VisitAsync(leaving.Headers.Location!.PathAndQuery);
        await there.SubmitAsync(
            (IHtmlFormElement)consent.QuerySelector("form.pair")!, ("decision", decision));
        var back = new Uri(there.Location!).PathAndQuery;
        return await FollowAsync(await Visitor.GetAsync(onTheWayBack?.Invoke(back) ?? back));
    }

    /// <summary>A form that was tampered with: another login host than those offered.</summary>
    public async Task<string> LeaveForAsync(string host) =>
        await FollowAsync(await Visitor.SubmitAsync(SettingsPage, Start, ("host", host)));

    private Task<string> FollowAsync(HttpResponseMessage redirect) =>
        Visitor.ReadAsync(redirect.Headers.Location!.OriginalString);

    // ---- the sync

    /// <summary>Connected, turned on, the first sync done.</summary>
    public async Task SyncAsync()
    {
        await ConnectAsync();
        await _web.Services.GetRequiredService<ISettingsStore>().SaveAsync(
            UserId, new SettingsEdit().Set(SettingKeys.TaskSync, TaskSyncMode.Both), new Actor(UserId, false), Stop);
        await RunAsync();
    }

    public async Task<RunSummary> RunAsync()
    {
        var view = await _web.Services.GetRequiredService<IConnections>().GetAsync(UserId, Stop);
        Time.Advance(StampsAreOver);
        var engine = _web.Services.GetRequiredService<SyncRun>();
        var summary = await engine.RunAsync(view.ConnectionId!.Value, "test", Stop);
        Time.Advance(StampsAreOver);
        return summary;
    }

    // ---- the two lists

    public async Task<TaskView> AddHereAsync(string subject, string? details = null)
    {
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var content = new TaskContent(subject, DueDate: today, Details: details);
        var saved = await Tasks.AddAsync(UserId, content, ReminderType.Custom, Stop);
        return saved.Should().BeOfType<TaskSaveResult.Saved>().Subject.Task;
    }

    public void AddThere(string subject)
    {
        var org = Sandbox.Org;
        var due = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var fields = new Dictionary<string, object?> { ["Subject"] = subject, ["ActivityDate"] = due };
        org.Records.Create(org.As(Mara.SalesforceUser), "Task", fields).Errors.Should().BeEmpty();
    }

    /// <summary>A browser tab with the Command Center.</summary>
    public PersonAtTheDesk OpenTab()
    {
        var tab = new PersonAtTheDesk(_web.Services, UserId);
        _tabs.Add(tab);
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in _tabs) await tab.DisposeAsync();
        await _scope.DisposeAsync();
        await _web.DisposeAsync();
    }
}
