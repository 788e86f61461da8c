using System.Security.Claims;

namespace SalesInsight.Web.Shell;

/// <summary>What the shell reads off the signed-in person.</summary>
internal static class PersonClaims
{
    /// <summary>Claim with the name people are shown by.</summary>
    public const string DisplayNameType = "display_name";

    public const string AdminRole = "Admin";

    extension(ClaimsPrincipal person)
    {
        public string DisplayName =>
            person.FindFirstValue(DisplayNameType) ?? person.Identity?.Name ?? string.Empty;

        public bool IsAdmin => person.IsInRole(AdminRole);

        /// <summary>Our id of the person; throws for somebody not signed in, which is a bug of ours.</summary>
        public Guid PersonId => Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!);
    }
}
