using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// pending_sign_ins: sign-ins at Salesforce between our redirect and its answer. In the database, so that any node can
/// take the answer, and exactly one does.
/// </summary>
internal sealed class PendingSignInRow
{
    public string StateHash { get; set; } = "";

    public Guid UserId { get; set; }

    public string BrowserHash { get; set; } = "";

    public string LoginHost { get; set; } = "";

    public string RedirectUri { get; set; } = "";

    /// <summary>PKCE, encrypted like a token.</summary>
    public string Verifier { get; set; } = "";

    public DateTimeOffset ExpiresAt { get; set; }

    public bool IsForOrgReader { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<PendingSignInRow>
    {
        public void Configure(EntityTypeBuilder<PendingSignInRow> row)
        {
            row.ToTable("pending_sign_ins");
            row.HasKey(r => r.StateHash);
            row.Property(r => r.StateHash).HasMaxLength(64);
            row.Property(r => r.BrowserHash).HasMaxLength(64);
            row.HasIndex(r => r.ExpiresAt);
        }
    }
}
