using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Keys;

/// <summary>Data Protection keys in our database; the framework's own EF package cannot be restored here.</summary>
internal sealed class KeyRepository(IDbContextFactory<AppDb> databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Set<DataProtectionKeyRow>().AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        db.Add(new DataProtectionKeyRow { FriendlyName = friendlyName, Xml = xml });
        db.SaveChanges();
    }

    private static XElement Parse(string xml) => XElement.Parse(xml);
}
