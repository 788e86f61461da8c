using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Shell;

/// <summary>Pages, layout, texts and the headers every answer carries.</summary>
internal static class ShellSetup
{
    private static readonly string[] Languages = ["en"];

    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddRadzenComponents();
        builder.Services.AddLocalization();
        builder.Services.AddRequestLocalization(options => options
            .SetDefaultCulture(Languages[0])
            .AddSupportedCultures(Languages)
            .AddSupportedUICultures(Languages));
        builder.Services.AddScoped<Toasts>();
        builder.Services.AddScoped<CurrentPerson>();
        builder.Services.AddScoped<PersonClock>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddAntiforgery(options => {
            options.Cookie.Name = "salesinsight-form";
            options.SuppressXFrameOptionsHeader = true;
        });
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
    }

    /// <summary>The pipeline, in the order a request meets it.</summary>
    public static void UseShell(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseSecurityHeaders(FormTargets(app.Configuration));
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRequestLocalization();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>Where a form of ours may end: Salesforce's login hosts, by the same allow-list as every call.</summary>
    private static List<string> FormTargets(IConfiguration configuration)
    {
        var hosts = configuration.GetSection("Salesforce:AllowedHostSuffixes").Get<string[]>() ?? [];
        var targets = hosts.Select(suffix => $"https://*{suffix}").ToList();
        if (configuration["Demo:SandboxUrl"] is { Length: > 0 } sandbox) targets.Add(sandbox);
        return targets;
    }
}
