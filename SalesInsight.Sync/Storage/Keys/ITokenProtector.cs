namespace SalesInsight.Sync.Storage.Keys;

/// <summary>Encrypts Salesforce tokens before they are stored. Thread-safe.</summary>
internal interface ITokenProtector
{
    string Protect(string token);

    /// <summary>Null when the keys it was encrypted with are gone: the user has to connect again.</summary>
    string? TryUnprotect(string text);
}
