using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SalesInsight.Web.Shell;

namespace SalesInsight.Tests.Web;

/// <summary>The whole web app in this process, with the demo, on a database of its own and a free port for the other
/// side.</summary>
public class WebUnderTest : WebApplicationFactory<App>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("salesinsight-web-");

    /// <summary>Follows no redirect: where somebody is sent is what tests ask.</summary>
    public WebVisitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri("http://localhost"),
    }));

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("Urls", "http://localhost:0")
        .UseSetting("Demo:SandboxUrl", "http://127.0.0.1:0")
        .UseSetting("Database:ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "web.db")}");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
