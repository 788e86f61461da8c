namespace SalesInsight.Web.Settings;

internal static class SettingsSetup
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SalesforcePageData>();
        builder.Services.AddScoped<FirstSyncDialog>();
    }
}
