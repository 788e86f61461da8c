using SalesInsight.Web.Account;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.Shell;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // appsettings.json and the web assets lie beside the program, wherever it is started from
    ContentRootPath = AppContext.BaseDirectory,
});

builder.AddShell();
builder.AddAccount();
builder.AddCommandCenter();

var app = builder.Build();

app.UseShell();
app.MapAccount();
app.MapShell();

await app.RunAsync();
