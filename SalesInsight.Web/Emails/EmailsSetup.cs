using SalesInsight.Web.Emails.Compose;
using SalesInsight.Web.Emails.Folders;
using SalesInsight.Web.Emails.Tracking;

namespace SalesInsight.Web.Emails;

/// <summary>What the pages about mails need beside the doors of the engine.</summary>
internal static class EmailsSetup
{
    public static void AddEmails(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TrackingLimit>();
        builder.Services.AddEmailPages();
    }

    public static void AddEmailPages(this IServiceCollection services) => services
        .AddScoped<EmailWords>()
        .AddScoped<EmailActions>()
        .AddScoped<OutgoingWords>()
        .AddScoped<ComposeFacts>();
}
