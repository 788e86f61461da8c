using Microsoft.Extensions.Options;

namespace SalesInsight.Sync.Storage;

/// <summary>The store cannot be opened as configured; the message tells whoever starts the server why.</summary>
/// <param name="message">A sentence: what is wrong, and what to do about it.</param>
internal sealed class StorageRefusedException(string message)
    : OptionsValidationException("Database", typeof(DatabaseOptions), [message]);
