using SalesInsight.Sync.EmailDelivery.Control;
using SalesInsight.Sync.EmailLog.Control;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Salesforce;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Web.Shell;

/// <summary>The engine: the store, the Salesforce client and the runs.</summary>
internal static class EngineSetup
{
    public static void AddEngine(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddSalesInsightStorage(configuration);
        services.AddSalesforce(configuration);
        services.AddSalesInsightRuns(configuration["Database:ConnectionString"]!, configuration["Runs:Timetable"]);
        services.AddSalesInsightEmailLog();
        services.AddSalesInsightEmailDelivery();
    }
}
