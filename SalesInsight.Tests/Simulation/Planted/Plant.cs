using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Simulation.Planted;

/// <summary>
/// A fault planted at the engine's ports, to see who notices. This one plants nothing.
/// </summary>
internal class Plant
{
    public static readonly Plant Nothing = new();

    public virtual ISyncStore In(ISyncStore store) => store;

    public virtual ISalesforceGateway In(ISalesforceGateway gateway) => gateway;

    public virtual ISyncSettingsSource In(ISyncSettingsSource settings) => settings;
}
