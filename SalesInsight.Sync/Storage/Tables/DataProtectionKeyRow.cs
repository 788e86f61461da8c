using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// data_protection_keys: the keys that cookies and Salesforce tokens are encrypted with. In the database, so that every
/// node has them and a backup is complete; wrapped by a key outside it, so that a stolen backup is not enough.
/// </summary>
internal sealed class DataProtectionKeyRow
{
    public int Id { get; set; }

    public string FriendlyName { get; set; } = "";

    public string Xml { get; set; } = "";

    internal sealed class Table : IEntityTypeConfiguration<DataProtectionKeyRow>
    {
        public void Configure(EntityTypeBuilder<DataProtectionKeyRow> row) => row.ToTable("data_protection_keys");
    }
}
