namespace SalesInsight.Sandbox.Org;

/// <summary>
/// The two profiles the sandbox knows: an admin may change every row, a standard user what sharing gives.
/// </summary>
public enum SandboxProfile
{
    Standard,
    Admin,
}
