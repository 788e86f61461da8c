using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Salesforce.Connection;

namespace SalesInsight.Web.Settings.EmailLogging;

/// <summary>What has to be there before emails can be logged by API. Pure.</summary>
internal static class EmailNeeds
{
    /// <summary>Resource key of the first thing that is missing; null: nothing is.</summary>
    public static string? Unmet(ConnectionView? connection, EmailAccess? access) => connection switch
    {
        null or { Status: ConnectionStatus.NotConnected } => "Need.Connection",
        { Status: ConnectionStatus.NeedsReconnect } => "Need.Reconnect",
        { ApiAccess: false } => "Need.Api",
        _ => access is EmailAccess.Known { MayCreateTasks: false } ? "Need.Tasks" : null,
    };
}
