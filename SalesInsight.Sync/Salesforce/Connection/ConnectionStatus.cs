namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>Whether a user's Salesforce grant works.</summary>
public enum ConnectionStatus
{
    /// <summary>No grant: never connected, or disconnected by the user.</summary>
    NotConnected,

    /// <summary>The grant worked when last used.</summary>
    Connected,

    /// <summary>Salesforce took the grant back; nothing is read or sent until the user connects again.</summary>
    NeedsReconnect,
}
