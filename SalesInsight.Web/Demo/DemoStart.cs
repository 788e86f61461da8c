using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Demo;

/// <summary>Brings up the Salesforce side and the people before the app listens, then says where all is.</summary>
internal sealed class DemoStart(
    DemoSalesforce salesforce, DemoMode mode, IServiceScopeFactory scopes, IServer server,
    IHostApplicationLifetime lifetime, DataFolder data) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await salesforce.StartAsync();
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DemoPeopleSeed>().FillAsync(cancellationToken);
        lifetime.ApplicationStarted.Register(Say);
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await salesforce.DisposeAsync();

    private void Say()
    {
        var there = string.Join(", ", DemoPerson.All.Select(one => one.SalesforceUser));
        var app = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.WriteLine($"""

            SalesInsight demo. Nothing leaves this computer.
              SalesInsight       {app}
                sign in with one click as Mara Visser (start here), Jonas Lindqvist or Ines Duarte (admin)
              Salesforce side    {mode.SandboxUrl?.GetLeftPart(UriPartial.Authority)}
                {there}, password {DemoSalesforce.Password}
              Database           {data.DatabasePath}

            """);
    }
}
