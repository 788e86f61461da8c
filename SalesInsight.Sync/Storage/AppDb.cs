using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage;

/// <summary>
/// The one context: every table of the product. A thin subclass per provider says only what that database does
/// differently; migrations belong to the subclass. Why each table exists is said beside it, in Tables/.
/// </summary>
internal abstract class AppDb : IdentityDbContext<AppUser, IdentityRole<Guid>, Guid>
{
    // Identity maps its tables by the host's IdentityOptions (Stores.SchemaVersion, MaxLengthForKeys). One database has
    // one model, so what those options would change is said here, as schema version 3 has it.
    private const int KeyLengthMax = 128;
    private const int PhoneNumberLengthMax = 256;
    private const int CredentialIdLengthMax = 1024;

    /// <summary>A save that fails ends its transaction: savepoints around each would be two statements for nothing.
    /// </summary>
    protected AppDb(DbContextOptions options) : base(options) => Database.AutoSavepointsEnabled = false;

    /// <summary>
    /// The database's own clock. Leases of several nodes compare only this one, never a node's.
    /// </summary>
    public abstract Task<DateTimeOffset> NowAsync(CancellationToken cancel);

    /// <summary>A moment as its column holds it, for plain SQL.</summary>
    public abstract object? ToStored(DateTimeOffset? moment);

    /// <summary>What the database file needs once, before it is migrated. Harmless to repeat.</summary>
    public abstract Task PrepareAsync(CancellationToken cancel);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        NameIdentityTables(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
    }

    private static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<AppUser>(user =>
        {
            user.ToTable("users");
            user.Property(u => u.DisplayName).HasMaxLength(AppUser.DisplayNameLengthMax);
            user.Property(u => u.PhoneNumber).HasMaxLength(PhoneNumberLengthMax);
        });
        builder.Entity<IdentityRole<Guid>>().ToTable("roles");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("user_roles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claims");
        builder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("user_logins");
            login.Property(l => l.LoginProvider).HasMaxLength(KeyLengthMax);
            login.Property(l => l.ProviderKey).HasMaxLength(KeyLengthMax);
        });
        builder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("user_tokens");
            token.Property(t => t.LoginProvider).HasMaxLength(KeyLengthMax);
            token.Property(t => t.Name).HasMaxLength(KeyLengthMax);
        });
        builder.Entity<IdentityUserPasskey<Guid>>(MapPasskeys);
    }

    private static void MapPasskeys(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("user_passkeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(CredentialIdLengthMax);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<AppUser>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }
}
