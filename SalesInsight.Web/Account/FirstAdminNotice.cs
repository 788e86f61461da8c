using Microsoft.AspNetCore.Identity;
using SalesInsight.Sync.Storage;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Account;

/// <summary>Prints the first admin's one-time code when the server starts without any admin.</summary>
internal sealed class FirstAdminNotice(
    IServiceScopeFactory scopes, FirstAdminCode code, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // after the start, so that a demo had the time to make its admin
        await WaitForStartAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        if ((await people.GetUsersInRoleAsync(PersonClaims.AdminRole)).Count > 0) return;

        // on the console and not in the log: logs are shipped and kept
        Console.WriteLine();
        Console.WriteLine($"No admin yet. Open /setup within {FirstAdminCode.ValidFor.TotalMinutes:0} minutes, code:");
        Console.WriteLine($"  {code.Issue()}");
    }

    private Task WaitForStartAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource();
        lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        stopping.Register(() => started.TrySetCanceled(stopping));
        return started.Task;
    }
}
