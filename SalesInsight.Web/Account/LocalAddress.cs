namespace SalesInsight.Web.Account;

/// <summary>Where to go after signing in or out: inside this app or nowhere.</summary>
internal static class LocalAddress
{
    /// <summary>The address if it is a path of ours, else the other.</summary>
    public static string Or(string? address, string other) => IsOurs(address) ? address! : other;

    // "//host" and "/\host" leave the site, control characters are dropped by browsers before they look
    private static bool IsOurs(string? address) =>
        address is ['/', ..]
        && address is not ['/', '/' or '\\', ..]
        && !address.Any(char.IsControl);
}
