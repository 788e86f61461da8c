namespace SalesInsight.Web.Emails;

/// <summary>What the pages about mails need beside the doors of the engine.</summary>
internal static class EmailsSetup
{
    public static void AddEmails(this WebApplicationBuilder builder) => builder.Services.AddEmailPages();

    public static void AddEmailPages(this IServiceCollection services) => services
        .AddScoped<EmailWords>()
        .AddScoped<Folders.EmailActions>();
}
