using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Faults.Lab;
using SalesInsight.Sandbox.OAuth;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;
using SalesInsight.Sandbox.Screen;
using SalesInsight.Sandbox.Smtp;

namespace SalesInsight.Sandbox;

/// <summary>What every room of the sandbox stands on.</summary>
internal static class SandboxHosting
{
    /// <summary>Kestrel must let through what Salesforce itself refuses with 414 and 431 at 16,384 bytes.</summary>
    private const int TransportHeaderBytesMax = 128 * 1024;

    internal static void AddSandbox(this WebApplicationBuilder builder, SandboxOptions options)
    {
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new SandboxOrg(options));
        builder.Services.AddSingleton<FaultPlan>();
        builder.Services.AddSingleton<FaultLab>();
        builder.Services.AddSingleton<EmailToSalesforce>();
        builder.Services.AddSingleton<SmtpListener>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SmtpListener>());
        builder.Services.AddSandboxRest();
        builder.Services.AddSandboxOAuth();
        builder.Services.AddSandboxScreen();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = TransportHeaderBytesMax;
            kestrel.Limits.MaxRequestHeadersTotalSize = TransportHeaderBytesMax;
            kestrel.Limits.MaxRequestBufferSize = 2 * TransportHeaderBytesMax;
        });
    }

    /// <summary>Clients measure Salesforce's clock by the Date header, so it follows the org's clock.</summary>
    internal static void UseSandboxClock(this WebApplication app)
    {
        var clock = app.Services.GetRequiredService<SandboxOrg>().Clock;
        app.Use((context, next) =>
        {
            context.Response.Headers.Date = clock.UtcNow.ToString("R");
            return next(context);
        });
    }
}
