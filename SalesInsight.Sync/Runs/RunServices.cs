using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Runs;

/// <summary>What runs stand on; all of it comes from outside.</summary>
internal sealed record RunServices(
    ISyncStore Store,
    IOrgReadings Readings,
    ISalesforceGateway Gateway,
    ISyncSettingsSource Settings,
    IIdSource Ids,
    TimeProvider Time)
{
    public RunTimes Times { get; init; } = RunTimes.Default;
}
