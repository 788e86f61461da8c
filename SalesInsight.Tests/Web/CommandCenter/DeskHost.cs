using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.House;
using SalesInsight.Tests.Support;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.Demo;
using SalesInsight.Web.Shell;

namespace SalesInsight.Tests.Web.CommandCenter;

/// <summary>The real shell and task pages on a real port, over an in-memory list; everybody is the same rep.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DeskHost(WebApplication app) => _app = app;

    public required FakeReminderTasks Tasks { get; init; }

    public required FakeSyncControl Control { get; init; }

    public required FakeHeldDeletions Held { get; init; }

    public required FakeTimeProvider Clock { get; init; }

    public Uri Url => new(_app.Urls.First());

    public static async Task<DeskHost> StartAsync(CancellationToken stop)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var web = Path.Combine(SourceTree.Root, "SalesInsight.Web", "bin", output.Parent!.Name, output.Name);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "SalesInsight.Web", ContentRootPath = web, EnvironmentName = "Development",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.UseSetting(
            WebHostDefaults.StaticWebAssetsKey, Path.Combine(web, "SalesInsight.Web.staticwebassets.runtime.json"));
        builder.WebHost.UseStaticWebAssets();
        var clock = new FakeTimeProvider(new(2026, 11, 24, 8, 16, 0, TimeSpan.Zero));
        var live = new LiveUpdates();
        var (tasks, control) = (new FakeReminderTasks(clock, new SequentialIds(), live), new FakeSyncControl());
        var held = new FakeHeldDeletions();
        builder.Services.AddSingleton<TimeProvider>(clock)
            .AddSingleton<ILiveUpdates>(live)
            .AddSingleton<IReminderTasks>(tasks)
            .AddSingleton<ISyncControl>(control)
            .AddSingleton<IHeldDeletions>(held)
            .AddSingleton<IConnections>(new NobodyIsConnected())
            .AddSingleton(new DemoMode(isOn: false))
            .AddSingleton<ISettingsStore>(new FakeSettings("Europe/Amsterdam"))
            .AddCascadingAuthenticationState()
            .AddRateLimiter(_ => { })
            .AddAuthorization()
            .AddAuthentication(EverybodyIsMara.Name)
            .AddScheme<AuthenticationSchemeOptions, EverybodyIsMara>(EverybodyIsMara.Name, null);
        builder.AddShell();
        builder.AddCommandCenter();
        var app = builder.Build();
        app.UseShell();
        app.MapShell();
        await app.StartAsync(stop);
        return new DeskHost(app) { Tasks = tasks, Control = control, Held = held, Clock = clock };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>The layout asks whether to warn of a test org.</summary>
    private sealed class NobodyIsConnected : IConnections
    {
        public Task<ConnectionView> GetAsync(Guid userId, CancellationToken ct) => Task.FromResult(ConnectionView.None);

        public Task<StartConnection> StartAsync(
            Guid userId, string browser, string loginHost, Uri redirectUri, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<CompleteConnection> CompleteAsync(
            Actor person, string browser, IReadOnlyDictionary<string, string> query, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task DisconnectAsync(Guid userId, CancellationToken ct) => throw new NotSupportedException();
    }

    private sealed class EverybodyIsMara(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        public const string Name = "mara";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            Claim[] claims =
            [
                new(ClaimTypes.NameIdentifier, TaskPageTest.Rep.ToString()),
                new(ClaimTypes.Name, "mara@halden.example"),
                new(PersonClaims.DisplayNameType, "Mara Voss"),
            ];
            var person = new ClaimsPrincipal(new ClaimsIdentity(claims, Name));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(person, Name)));
        }
    }
}
