using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>What logging runs stand on; all of it comes from outside.</summary>
internal sealed record LogServices(
    ISyncStore Connections, IEmailStore Store, IEmailGateway Gateway, IEmailSettingsSource Settings, TimeProvider Time,
    ILiveUpdates Live)
{
    public RunTimes Times { get; init; } = RunTimes.Default;
}
