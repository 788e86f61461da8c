using System.Security.Cryptography;
using System.Text;

namespace SalesInsight.Web.Account;

/// <summary>
/// The one-time code that makes the first admin. It is printed on the server's console and lives in memory only, so
/// whoever has it can read the console. One try that matches uses it up. Threads may share it.
/// </summary>
internal sealed class FirstAdminCode(TimeProvider time)
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromHours(1);
    private const int CodeBytes = 10;

    private readonly Lock gate = new();
    private string? code;
    private DateTimeOffset validUntil;

    /// <summary>Makes the code; one made before is void.</summary>
    public string Issue()
    {
        lock (gate)
        {
            code = Convert.ToHexString(RandomNumberGenerator.GetBytes(CodeBytes)).ToLowerInvariant();
            validUntil = time.GetUtcNow() + ValidFor;
            return code;
        }
    }

    public bool IsOpen
    {
        get
        {
            lock (gate) return code is not null && time.GetUtcNow() < validUntil;
        }
    }

    /// <summary>True for the code while it is valid; compared in constant time.</summary>
    public bool Matches(string? typed)
    {
        lock (gate)
            return IsOpen && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(code!), Encoding.UTF8.GetBytes(typed?.Trim() ?? string.Empty));
    }

    /// <summary>The first admin exists: the code is void.</summary>
    public void UseUp()
    {
        lock (gate) code = null;
    }
}
