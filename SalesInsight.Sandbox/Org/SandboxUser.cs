namespace SalesInsight.Sandbox.Org;

/// <summary>A Salesforce user with what signing in and rights need; the User row follows from it.</summary>
public sealed record SandboxUser
{
    public required string Id { get; init; }
    public required string Username { get; init; }
    public required string Password { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string Email { get; init; }

    /// <summary>IANA zone, as in the identity answer's <c>timezone</c>.</summary>
    public string TimeZone { get; init; } = "Europe/Amsterdam";

    public SandboxProfile Profile { get; init; } = SandboxProfile.Standard;

    /// <summary>Profile permission "API Enabled"; without it every REST call answers API_CURRENTLY_DISABLED.</summary>
    public bool ApiEnabled { get; init; } = true;

    public bool IsActive { get; init; } = true;
    public bool CanViewAllData { get; init; }

    /// <summary>Logs in from an address, or at an hour, the profile does not allow: no new token (facts 1.4).</summary>
    public bool LoginRestricted { get; init; }

    public string Name => $"{FirstName} {LastName}";
}
