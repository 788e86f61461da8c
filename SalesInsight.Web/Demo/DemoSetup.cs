using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SalesInsight.Sync.Storage;
using SalesInsight.Web.Account;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Demo;

/// <summary>Three people, their tasks and a Salesforce beside them, for whoever wants to look.</summary>
internal static class DemoSetup
{
    public const string SignInPath = "/demo/sign-in";
    private const string DatabaseFile = "demo.db";

    /// <summary>First of all features: it settles what the others read from the configuration.</summary>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        var mode = new DemoMode(DemoSwitch.IsOn(builder.Configuration, builder.Environment.IsDevelopment()));
        builder.Services.AddSingleton(mode);
        builder.Configuration["Demo:Enabled"] = mode.IsOn.ToString();
        builder.PlaceDatabase(mode.IsOn ? DatabaseFile : null);
        builder.Services.AddSingleton<DemoSalesforce>();
        builder.Services.AddScoped<DemoFaultLab>();
        if (!mode.IsOn) return;

        // what is sent in the demo goes to the Salesforce side's own mail server, and to no other
        builder.Configuration["Email:SmtpHosts"] = DemoPeopleSeed.MailHost;
        builder.Configuration["Email:PlainHosts"] = DemoPeopleSeed.MailHost;
        builder.Configuration["Salesforce:ClientId"] = DemoSalesforce.ClientId;
        builder.Configuration["Salesforce:ClientSecret"] = DemoSalesforce.ClientSecret;
        // whoever gets the demo's mails sits at this computer
        builder.Configuration["Email:TrackingUrl"] ??= builder.Configuration["urls"]?.Split(';')[0];
        builder.Services.AddScoped<DemoPeopleSeed>();
        builder.Services.AddScoped<DemoTokens>();
        builder.Services.AddHostedService<DemoStart>();
    }

    public static void MapDemo(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<DemoMode>().IsOn) return;
        app.MapPost(SignInPath, SignInAsync).AllowAnonymous();
    }

    // The form parameter makes the antiforgery token obligatory: no other site signs a browser in.
    private static async Task<IResult> SignInAsync(
        [FromForm] string person, [FromForm] string? returnUrl, UserManager<AppUser> people,
        SignInManager<AppUser> signIn)
    {
        if (DemoPerson.All.FirstOrDefault(one => one.Email == person) is not { } chosen
            || await people.FindByEmailAsync(chosen.Email) is not { } user)
            return Results.LocalRedirect(SignInCookie.SignInPath);
        await signIn.SignInAsync(user, isPersistent: false);
        return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
    }
}
