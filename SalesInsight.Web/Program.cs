using SalesInsight.Web.Account;
using SalesInsight.Web.Api;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.Connection;
using SalesInsight.Web.Demo;
using SalesInsight.Web.Emails;
using SalesInsight.Web.Emails.Tracking;
using SalesInsight.Web.Settings;
using SalesInsight.Web.Shell;

WebApplication? app = null;
try
{
    app = Build(args);
    await app.StartAsync();
}
catch (Exception exception) when (StartRefusal.Say(exception) is { } sentence)
{
    if (app is not null) await app.DisposeAsync();                 // writes out the log, so that this comes last
    await Console.Error.WriteLineAsync(sentence);
    return StartRefusal.ExitCode;
}

await using (app) await app.WaitForShutdownAsync();
return 0;

static WebApplication Build(string[] args)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        // appsettings.json and the web assets lie beside the program, wherever it is started from
        ContentRootPath = AppContext.BaseDirectory,
    });

    builder.AddDemo();
    builder.AddEngine();
    builder.AddShell();
    builder.AddAccount();
    builder.AddCommandCenter();
    builder.AddConnection();
    builder.AddSettings();
    builder.AddEmails();
    builder.AddApi();

    var app = builder.Build();

    app.UseShell();
    app.MapAccount();
    app.MapConnection();
    app.MapDemo();
    app.MapApi();
    app.MapTracking();
    app.MapShell();
    return app;
}
