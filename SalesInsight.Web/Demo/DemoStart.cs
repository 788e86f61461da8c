using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SalesInsight.Web.Api;
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
        {
            await scope.ServiceProvider.GetRequiredService<DemoPeopleSeed>().FillAsync(cancellationToken);
            var tokens = await scope.ServiceProvider.GetRequiredService<DemoTokens>().IssueAsync(cancellationToken);
            lifetime.ApplicationStarted.Register(() => Say(tokens));
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await salesforce.DisposeAsync();

    // on the console and not in the log: logs are shipped and kept
    private void Say(IReadOnlyList<(DemoPerson Person, string Text)> tokens)
    {
        var width = DemoPerson.All.Max(one => one.Name.Length);
        var there = string.Join(", ", DemoPerson.All.Select(one => one.SalesforceUser));
        var app = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.WriteLine($"""

            SalesInsight demo. Nothing leaves this computer.
              SalesInsight       {app}
                sign in with one click as Mara Visser (start here), Jonas Lindqvist or Ines Duarte (admin)
              Salesforce side    {mode.SandboxUrl?.GetLeftPart(UriPartial.Authority)}
                {there}, password {DemoSalesforce.Password}
                emails sent here end there: localhost:{salesforce.Server?.SmtpPort}
              API                {app}{ApiSetup.Base}, with 'Authorization: Bearer' and a token
                {string.Join("\n    ", tokens.Select(one => $"{one.Person.Name.PadRight(width)}  {one.Text}"))}
              Database           {data.DatabasePath}

            """);
    }
}
