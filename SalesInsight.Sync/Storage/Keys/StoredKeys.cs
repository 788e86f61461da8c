using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Keys;

/// <summary>The keys in the database, and whether the wrapping key outside it opens them.</summary>
internal sealed class StoredKeys(IDbContextFactory<AppDb> databases, WrappingKeySource source)
{
    /// <summary>
    /// With another wrapping key everything seems to work: new keys are made, and every Salesforce token counts as
    /// lost. Throws <see cref="StorageRefusedException"/> when there is a key that it does not open.
    /// </summary>
    public async Task DemandOpenAsync(CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        var keys = await db.Set<DataProtectionKeyRow>().Select(k => k.Xml).ToListAsync(cancel);
        var wrapped = keys.SelectMany(k => XElement.Parse(k).Descendants(WrappedXmlEncryptor.ElementName)).ToList();
        if (!wrapped.TrueForAll(Opens))
            throw new StorageRefusedException(
                "DataProtection:KeyFile (or DataProtection:Key) holds another key than the one this database was "
                + "written with. Put that one back: Salesforce tokens cannot be read without it. What to do if it is "
                + "lost: docs/operating.md.");
    }

    private bool Opens(XElement wrapped)
    {
        try
        {
            source.Key.Unwrap(wrapped.Value);
            return true;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return false;
        }
    }
}
