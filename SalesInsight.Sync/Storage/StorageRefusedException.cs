namespace SalesInsight.Sync.Storage;

/// <summary>The store cannot be opened as configured; the message tells whoever starts the server why.</summary>
internal sealed class StorageRefusedException(string message) : Exception(message);
