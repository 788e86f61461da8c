using Microsoft.AspNetCore.Identity;

namespace SalesInsight.Sync.Storage;

/// <summary>
/// A person who signs in. Time zone and language are settings (<c>SettingKeys.TimeZone</c>, <c>.Language</c>), so that
/// they have an origin and a history like the rest.
/// </summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>Characters of <see cref="DisplayName"/>.</summary>
    public const int DisplayNameLengthMax = 120;

    /// <summary>Shown to colleagues, such as in who locked a setting.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>True: cannot sign in, runs nothing; rows are kept.</summary>
    public bool IsDeactivated { get; set; }
}
