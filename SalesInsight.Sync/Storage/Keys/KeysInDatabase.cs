using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SalesInsight.Sync.Storage.Keys;

/// <summary>Points Data Protection at our table and our wrapping.</summary>
internal sealed class KeysInDatabase(IDbContextFactory<AppDb> databases, WrappingKeySource source)
    : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = new KeyRepository(databases);
        options.XmlEncryptor = new WrappedXmlEncryptor(source);
    }
}
