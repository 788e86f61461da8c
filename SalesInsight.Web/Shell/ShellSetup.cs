using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;
using SalesInsight.Web.Api;
using SalesInsight.Web.Demo;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Shell;

/// <summary>Pages, layout, texts and the headers every answer carries.</summary>
internal static class ShellSetup
{
    /// <summary>Bytes of one message of a page, such as ten thousand addresses pasted into a field: refused with a
    /// sentence, where the default of 32 kB would end the page with all that is typed on it.</summary>
    private const int TypedBytesMax = 1024 * 1024;

    private static readonly string[] Languages = ["en"];

    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = TypedBytesMax);
        builder.Services.AddRadzenComponents();
        builder.Services.AddLocalization();
        builder.Services.AddHealthChecks();
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
            options.Cookie.SecurePolicy =
                builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
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
            app.WarnWithoutHttps();
        }

        app.UseSecurityHeaders(() => FormTargets(app));
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseApiErrors();
        app.UseRequestLocalization();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>Where a form of ours may end: Salesforce's login hosts, by the same allow-list as every call.</summary>
    private static IEnumerable<string> FormTargets(WebApplication app)
    {
        var suffixes = app.Configuration.GetSection("Salesforce:AllowedHostSuffixes").Get<string[]>() ?? [];
        var targets = suffixes.Select(suffix => $"https://*{suffix}");
        var sandbox = app.Services.GetRequiredService<DemoMode>().SandboxUrl;
        return sandbox is null ? targets : targets.Append(sandbox.GetLeftPart(UriPartial.Authority));
    }
}
