using Microsoft.AspNetCore.Hosting;

namespace SalesInsight.Tests.Web;

/// <summary>As a company starts it the first time: nobody is there yet.</summary>
public sealed class WebWithoutDemo : WebUnderTest
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Demo:Enabled", "false");
    }
}
