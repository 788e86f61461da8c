using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Storage.Tokens;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// api_tokens: what scripts sign in with. Only the hash of a token is here, so a stolen backup opens nothing. A revoked
/// one is deleted: nothing refers to it.
/// </summary>
internal sealed class ApiTokenRow
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the whole token, prefix included, in hex.</summary>
    public string Hash { get; set; } = "";

    public ApiScopes Scopes { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public static ApiTokenRow From(ApiToken token, string hash) => new()
    {
        Id = token.Id,
        UserId = token.UserId,
        Name = token.Name,
        Hash = hash,
        Scopes = token.Scopes,
        CreatedAt = token.CreatedAt,
        ExpiresAt = token.ExpiresAt,
        LastUsedAt = token.LastUsedAt,
    };

    public ApiToken ToToken() => new(Id, UserId, Name, Scopes, CreatedAt, ExpiresAt, LastUsedAt);

    internal sealed class Table : IEntityTypeConfiguration<ApiTokenRow>
    {
        public void Configure(EntityTypeBuilder<ApiTokenRow> row)
        {
            row.ToTable("api_tokens");
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.Name).HasMaxLength(ApiToken.NameLengthMax);
            row.Property(r => r.Hash).HasMaxLength(64);
            row.Property(r => r.Scopes).HasConversion<string>().HasMaxLength(80);
            row.HasOne<AppUser>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
            row.HasIndex(r => r.Hash).IsUnique();
            row.HasIndex(r => r.UserId);
        }
    }
}
